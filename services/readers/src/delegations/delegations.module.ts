import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { DelegationsController } from './delegations.controller.js';
import { Delegations } from './delegations.query.js';
import { LendRights } from './lend-rights.use-case.js';
import { RevokeDelegation } from './revoke-delegation.use-case.js';

@Module({
  imports: [SigningModule],
  controllers: [DelegationsController],
  providers: [Delegations, LendRights, RevokeDelegation],
})
export class DelegationsModule {}
