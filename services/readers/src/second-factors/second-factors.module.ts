import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { KeepSecondFactor } from './keep-second-factor.use-case.js';
import { SecondFactorsController } from './second-factors.controller.js';

@Module({
  imports: [SessionsModule, SigningModule],
  controllers: [SecondFactorsController],
  providers: [KeepSecondFactor],
})
export class SecondFactorsModule {}
