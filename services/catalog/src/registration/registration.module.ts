import { Module } from '@nestjs/common';
import { RegistrationController } from './registration.controller.js';
import { RegistrationQuery } from './registration.query.js';

@Module({ controllers: [RegistrationController], providers: [RegistrationQuery] })
export class RegistrationModule {}
