import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { activitiesProblems, activitiesWatermark } from '@shulian/contracts/activities';
import type { ServiceDefinition } from '@shulian/service-kit';
import { readingNoteTable } from './reading-notes/reading-note.row.js';
import { migrations } from './database.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { ReadingNotesModule } from './reading-notes/reading-notes.module.js';

/** The rooms of reading life. */
@Module({ imports: [ReadingNotesModule, FromReadersModule, FromCatalogModule] })
export class ActivitiesModule {}

/** What the kit must know to run activities. */
export const activitiesService: ServiceDefinition = {
  name: 'activities',
  module: ActivitiesModule,
  entities: [readingNoteTable],
  migrations,
  events: allEvents,
  watermark: activitiesWatermark,
  problems: activitiesProblems,
  about: 'Reading life: reading notes, handed in by pupils and accepted by teachers.',
};
