import { Module } from '@nestjs/common';
import { ActivitiesConsumer } from './activities.consumer.js';
import { KnownReadingNotesQuery } from './known-reading-notes.query.js';

@Module({
  controllers: [ActivitiesConsumer],
  providers: [KnownReadingNotesQuery],
  exports: [KnownReadingNotesQuery],
})
export class FromActivitiesModule {}
