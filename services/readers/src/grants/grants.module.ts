import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { EndGrant } from './end-grant.use-case.js';
import { GiveGrant } from './give-grant.use-case.js';
import { GrantsController } from './grants.controller.js';

@Module({ imports: [SigningModule], controllers: [GrantsController], providers: [GiveGrant, EndGrant] })
export class GrantsModule {}
