import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { NoteRequirementsController } from './note-requirements.controller.js';
import { NoteRequirementsQuery } from './note-requirements.query.js';
import { SetRequirements } from './set-requirements.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [NoteRequirementsController],
  providers: [CallerPlacesQuery, NoteRequirementsQuery, SetRequirements],
  exports: [NoteRequirementsQuery],
})
export class NoteRequirementsModule {}
