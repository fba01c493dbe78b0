import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { activitiesProblems } from '@shulian/contracts/activities';
import {
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
} from '@shulian/contracts/readers';
import type { ServiceDefinition } from '@shulian/service-kit';
import { readingNoteTable } from './reading-notes/reading-note.row.js';
import { activitiesStore, type ActivitiesStore } from './activities.store.js';
import { migrations } from './database.js';
import { FromCatalogModule } from './from-catalog/from-catalog.module.js';
import { FromReadersModule } from './from-readers/from-readers.module.js';
import { ReadingNotesModule } from './reading-notes/reading-notes.module.js';

/** The rooms of reading life. */
@Module({ imports: [ReadingNotesModule, FromReadersModule, FromCatalogModule] })
export class ActivitiesModule {}

/** What the kit must know to run activities. */
export const activitiesService: ServiceDefinition<ActivitiesStore> = {
  name: 'activities',
  module: ActivitiesModule,
  entities: [readingNoteTable],
  migrations,
  storeFor: activitiesStore,
  events: allEvents,
  // Who may not borrow may still write.
  ignores: {
    'from-readers': [CardIssuedV1, CardBlockedV1, CardReplacedV1, ReaderSuspendedV1, ReaderReinstatedV1].map(
      ({ type }) => type,
    ),
  },
  problems: activitiesProblems,
  about: 'Reading life: reading notes, handed in by pupils and accepted by teachers.',
};
