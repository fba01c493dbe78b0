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
  SHULIAN_SIGNING_KEY_DAYS: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 3_650,
    description: 'how old the signing key may get before another takes its place; 0: by hand alone',
  }),
  SHULIAN_SIGNING_KEY_AHEAD_MS: Type.Integer({
    default: 60_000,
    minimum: 100,
    maximum: 86_400_000,
    description:
      'how long a new signing key is told before it signs; longer than any service takes to read of it',
  }),
  SHULIAN_ADMIN_PASSWORD: Type.String({
    default: '',
    description: 'password of the account admin, when there is no account yet',
  }),
  SHULIAN_SMTP_URL: Type.String({
    default: '',
    pattern: '^(smtps?://.+)?$',
    description:
      'the mail server that notices leave by, smtps://user:password@host:port or smtp://… with STARTTLS; without it none leave by mail',
  }),
  SHULIAN_MAIL_FROM: Type.String({
    default: '',
    pattern: '^([^\\s@<>,;]+@[^\\s@<>,;]+)?$',
    description: 'the address that notices come from; needed with SHULIAN_SMTP_URL',
  }),
  SHULIAN_CONTACT_KEYS: Type.String({
    default: '',
    description:
      'keys of addresses at rest, id:key in base64, comma-separated, the one that seals first; without them one is derived from SHULIAN_CARD_KEY',
  }),
  SHULIAN_NOTICE_LOOK_MS: Type.Integer({
    default: 5_000,
    minimum: 20,
    maximum: 60_000,
    description: 'how often it is looked whether notices are to be sent',
  }),
  SHULIAN_WEBHOOK_PRIVATE_HOSTS: Type.String({
    default: '',
    description:
      'hosts in the network of the county that webhooks may go to, comma-separated; others only in the public network',
  }),
  SHULIAN_WEBHOOK_CA_FILE: Type.String({
    default: '',
    description: 'certificates (PEM) that such hosts are trusted by, beside the public ones',
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
