import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { SessionsController } from './sessions.controller.js';
import { SignIn } from './sign-in.use-case.js';

@Module({ imports: [SigningModule], controllers: [SessionsController], providers: [SignIn] })
export class SessionsModule {}
