import { Module, Global } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { readConfig, ServiceConfig } from '@shulian/service-kit';

/** What only readers reads from its environment; it alone has the private key. */
const ReadersConfig = Type.Object({
  SHULIAN_CARD_KEY: Type.String({
    minLength: 16,
    description: 'key of the HMAC that stands for card numbers in events; the same in circulation',
  }),
  SHULIAN_SIGNING_KEY_FILE: Type.String({
    description: 'private key of access tokens (JWK, mode 0600); made when it is missing',
  }),
  SHULIAN_JWKS_FILE: Type.String({ description: 'where the public key is written for all services' }),
  SHULIAN_ADMIN_PASSWORD: Type.String({
    default: '',
    description: 'password of the account admin, when there is no account yet',
  }),
});
export type ReadersConfig = Static<typeof ReadersConfig>;

export const READERS_CONFIG = Symbol('readers.config');

/** What the kit reads. */
export const serviceConfig = (): ServiceConfig => readConfig(ServiceConfig, process.env);

/** Hands the configuration to all features. */
@Global()
@Module({
  providers: [{ provide: READERS_CONFIG, useFactory: () => readConfig(ReadersConfig, process.env) }],
  exports: [READERS_CONFIG],
})
export class ReadersConfigModule {}
