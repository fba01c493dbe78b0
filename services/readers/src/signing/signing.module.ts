import { Module } from '@nestjs/common';
import { READERS_CONFIG, type ReadersConfig } from '../readers.config.js';
import { PublicKeysController } from './public-keys.controller.js';
import { TokenSigner } from '../token-signer.adapter.js';

@Module({
  controllers: [PublicKeysController],
  providers: [
    {
      provide: TokenSigner,
      useFactory: (config: ReadersConfig) =>
        TokenSigner.open(config.SHULIAN_SIGNING_KEY_FILE, config.SHULIAN_JWKS_FILE),
      inject: [READERS_CONFIG],
    },
  ],
  exports: [TokenSigner],
})
export class SigningModule {}
