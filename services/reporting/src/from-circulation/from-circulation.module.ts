import { Module } from '@nestjs/common';
import { CirculationConsumer } from './circulation.consumer.js';
import { RoomUseConsumer } from './room-use.consumer.js';

@Module({ controllers: [CirculationConsumer, RoomUseConsumer] })
export class FromCirculationModule {}
