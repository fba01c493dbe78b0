import { Module } from '@nestjs/common';
import { KnownSchoolsQuery } from './known-schools.query.js';
import { ReadersConsumer } from './readers.consumer.js';

@Module({ controllers: [ReadersConsumer], providers: [KnownSchoolsQuery], exports: [KnownSchoolsQuery] })
export class FromReadersModule {}
