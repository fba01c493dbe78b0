import { Module } from '@nestjs/common';
import { CirculationConsumer } from './circulation.consumer.js';
import { TransfersConsumer } from './transfers.consumer.js';

@Module({ controllers: [CirculationConsumer, TransfersConsumer] })
export class FromCirculationModule {}
