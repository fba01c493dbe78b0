import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from './caller-places.query.js';
import { ChangeForm } from './change-form.use-case.js';
import { CloseLogbook } from './close-logbook.use-case.js';
import { CorrectEntry } from './correct-entry.use-case.js';
import { ExpectEntries } from './expect-entries.use-case.js';
import { FollowUpEntry } from './follow-up-entry.use-case.js';
import { KeepEvidence } from './keep-evidence.use-case.js';
import { LogbookCountsQuery } from './logbook-counts.query.js';
import { LogbookDuesQuery } from './logbook-dues.query.js';
import { LogbookEntriesController } from './logbook-entries.controller.js';
import { LogbookEntriesQuery } from './logbook-entries.query.js';
import { LogbookFiguresController } from './logbook-figures.controller.js';
import { LogbooksController } from './logbooks.controller.js';
import { LogbooksQuery } from './logbooks.query.js';
import { MakeForm } from './make-form.use-case.js';
import { RemoveEvidence } from './remove-evidence.use-case.js';
import { SignEntry } from './sign-entry.use-case.js';
import { WriteEntry } from './write-entry.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [LogbooksController, LogbookEntriesController, LogbookFiguresController],
  providers: [
    CallerPlacesQuery,
    LogbooksQuery,
    LogbookEntriesQuery,
    LogbookDuesQuery,
    LogbookCountsQuery,
    MakeForm,
    ChangeForm,
    WriteEntry,
    CorrectEntry,
    SignEntry,
    FollowUpEntry,
    KeepEvidence,
    RemoveEvidence,
    CloseLogbook,
    ExpectEntries,
  ],
})
export class LogbooksModule {}
