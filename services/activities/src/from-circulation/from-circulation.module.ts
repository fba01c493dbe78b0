import { Module } from '@nestjs/common';
import { CirculationConsumer } from './circulation.consumer.js';

@Module({ controllers: [CirculationConsumer] })
export class FromCirculationModule {}
