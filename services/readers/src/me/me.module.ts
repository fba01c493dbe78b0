import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { ChangeOwnPassword } from './change-own-password.use-case.js';
import { MeController } from './me.controller.js';
import { Me } from './me.query.js';

/** What an account may do with itself. */
@Module({
  imports: [SessionsModule, SigningModule],
  controllers: [MeController],
  providers: [ChangeOwnPassword, Me],
})
export class MeModule {}
