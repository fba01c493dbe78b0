import { Module } from '@nestjs/common';
import { AuthoritiesController, AuthorityMergesController } from './authorities.controller.js';
import { AuthoritiesQuery } from './authorities.query.js';
import { ChangeAuthority } from './change-authority.use-case.js';
import { EnterAuthority } from './enter-authority.use-case.js';
import { MergeAuthorities } from './merge-authorities.use-case.js';
import { SetPointers } from './set-pointers.use-case.js';
import { UndoAuthorityMerge } from './undo-authority-merge.use-case.js';

@Module({
  controllers: [AuthoritiesController, AuthorityMergesController],
  providers: [
    AuthoritiesQuery,
    EnterAuthority,
    ChangeAuthority,
    SetPointers,
    MergeAuthorities,
    UndoAuthorityMerge,
  ],
})
export class AuthorityModule {}
