import { Module } from '@nestjs/common';
import { ownConfig } from '../readers.config.js';
import { PublicKeysController } from './public-keys.controller.js';
import { TokenSigner } from '../token-signer.adapter.js';

@Module({
  controllers: [PublicKeysController],
  providers: [{ provide: TokenSigner, useFactory: () => new TokenSigner(ownConfig) }],
  exports: [TokenSigner],
})
export class SigningModule {}
