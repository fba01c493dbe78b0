import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { EndSignIn } from './end-sign-in.use-case.js';
import { SignInsController } from './sign-ins.controller.js';
import { SignIns } from './sign-ins.query.js';

@Module({ imports: [SigningModule], controllers: [SignInsController], providers: [SignIns, EndSignIn] })
export class SignInsModule {}
