import { Module } from '@nestjs/common';
import { FromCatalogModule } from '../from-catalog/from-catalog.module.js';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { NoteRequirementsModule } from '../note-requirements/note-requirements.module.js';
import { AcceptReadingNote } from './accept-reading-note.use-case.js';
import { HandInReadingNote } from './hand-in-reading-note.use-case.js';
import { ReadingNotesController } from './reading-notes.controller.js';
import { ReadingNotesQuery } from './reading-notes.query.js';

@Module({
  imports: [FromReadersModule, FromCatalogModule, NoteRequirementsModule],
  controllers: [ReadingNotesController],
  providers: [HandInReadingNote, AcceptReadingNote, ReadingNotesQuery],
})
export class ReadingNotesModule {}
