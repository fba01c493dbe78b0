import { Module } from '@nestjs/common';
import { KnownReadersQuery } from './known-readers.query.js';
import { ReadersConsumer } from './readers.consumer.js';

@Module({ controllers: [ReadersConsumer], providers: [KnownReadersQuery], exports: [KnownReadersQuery] })
export class FromReadersModule {}
