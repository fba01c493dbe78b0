import { Type, type Static } from '@sinclair/typebox';
import { readConfig, ServiceConfig } from '@shulian/service-kit';

/** What only readers reads from its environment; it alone has the private key. */
const OwnConfig = Type.Object({
  SHULIAN_CARD_KEY: Type.String({
    minLength: 16,
    description: 'key of the HMAC that stands for card numbers in events; the same in circulation',
  }),
  SHULIAN_SIGNING_KEY_FILE: Type.String({
    minLength: 1,
    description: 'private key of access tokens (JWK, mode 0600); made when it is missing',
  }),
  SHULIAN_JWKS_FILE: Type.String({
    minLength: 1,
    description: 'where the public key is written for all services',
  }),
  SHULIAN_ADMIN_PASSWORD: Type.String({
    default: '',
    description: 'password of the account admin, when there is no account yet',
  }),
  SHULIAN_PASSWORD_COST: Type.Integer({
    default: 15,
    minimum: 10,
    maximum: 20,
    description: 'log2 of the N of scrypt for passwords that are set from now on; below 15 for tests only',
  }),
});
const ReadersConfig = Type.Composite([ServiceConfig, OwnConfig]);

/** @throws Error that names what is missing; the process must not start then */
export const readersConfig = (): Static<typeof ReadersConfig> => readConfig(ReadersConfig, process.env);

/** The own part, asked when it is first needed: `main` has checked it before the service started. */
export const ownConfig = (): Static<typeof OwnConfig> => readConfig(OwnConfig, process.env);
