import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { CountTry } from './count-try.use-case.js';
import { SessionsController } from './sessions.controller.js';
import { SignIn } from './sign-in.use-case.js';
import { SignOut } from './sign-out.use-case.js';

@Module({
  imports: [SigningModule],
  controllers: [SessionsController],
  providers: [CountTry, SignIn, SignOut],
  exports: [CountTry, SignIn],
})
export class SessionsModule {}
