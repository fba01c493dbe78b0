import { Module } from '@nestjs/common';
import { KnownSchoolsQuery } from './known-schools.query.js';
import { PupilsQuery } from './pupils.query.js';
import { ReadersConsumer } from './readers.consumer.js';

@Module({
  controllers: [ReadersConsumer],
  providers: [KnownSchoolsQuery, PupilsQuery],
  exports: [KnownSchoolsQuery, PupilsQuery],
})
export class FromReadersModule {}
