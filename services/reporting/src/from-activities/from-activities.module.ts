import { Module } from '@nestjs/common';
import { ActivitiesConsumer } from './activities.consumer.js';

@Module({ controllers: [ActivitiesConsumer] })
export class FromActivitiesModule {}
