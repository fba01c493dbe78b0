import { Module } from '@nestjs/common';
import { KnownReadersQuery } from './known-readers.query.js';
import { ReadersConsumer } from './readers.consumer.js';
import { SchoolLifeConsumer } from './school-life.consumer.js';
import { SchoolLifeQuery } from './school-life.query.js';

@Module({
  controllers: [ReadersConsumer, SchoolLifeConsumer],
  providers: [KnownReadersQuery, SchoolLifeQuery],
  exports: [KnownReadersQuery, SchoolLifeQuery],
})
export class FromReadersModule {}
