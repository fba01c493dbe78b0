import { Module } from '@nestjs/common';
import { ownConfig } from '../readers.config.js';
import { PublishVoidedTokens } from './publish-voided-tokens.use-case.js';
import { VoidedTokensSchedule } from './voided-tokens.schedule.js';
import { RotateSigningKey } from './rotate-signing-key.use-case.js';
import { SigningKeysController } from './signing-keys.controller.js';
import { SigningKeysSchedule } from './signing-keys.schedule.js';
import { PublicKeysController } from './public-keys.controller.js';
import { TokenSigner } from '../token-signer.adapter.js';

@Module({
  controllers: [PublicKeysController, SigningKeysController],
  providers: [
    PublishVoidedTokens,
    VoidedTokensSchedule,
    SigningKeysSchedule,
    RotateSigningKey,
    { provide: TokenSigner, useFactory: () => new TokenSigner(ownConfig) },
  ],
  exports: [TokenSigner, PublishVoidedTokens],
})
export class SigningModule {}
