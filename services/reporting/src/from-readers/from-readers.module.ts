import { Module } from '@nestjs/common';
import { ReadersConsumer } from './readers.consumer.js';

@Module({ controllers: [ReadersConsumer] })
export class FromReadersModule {}
