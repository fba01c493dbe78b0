import { Module } from '@nestjs/common';
import { DunnedFirstController } from './dunned-first.controller.js';
import { DunningController } from './dunning.controller.js';
import { DunningQuery } from './dunning.query.js';
import { MakeDunningRun } from './make-dunning-run.use-case.js';
import { MarkPriority } from './mark-priority.use-case.js';
import { NoteContact } from './note-contact.use-case.js';
import { RemoveContact } from './remove-contact.use-case.js';
import { RemoveDunningRun } from './remove-dunning-run.use-case.js';
import { ReturnContactsController } from './return-contacts.controller.js';
import { UnmarkPriority } from './unmark-priority.use-case.js';

@Module({
  controllers: [DunningController, DunnedFirstController, ReturnContactsController],
  providers: [
    DunningQuery,
    MakeDunningRun,
    RemoveDunningRun,
    MarkPriority,
    UnmarkPriority,
    NoteContact,
    RemoveContact,
  ],
})
export class DunningModule {}
