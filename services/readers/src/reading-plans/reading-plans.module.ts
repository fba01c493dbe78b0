import { Module } from '@nestjs/common';
import { KeepPlan } from './keep-plan.use-case.js';
import { ReadingPlansController } from './reading-plans.controller.js';
import { ReadingPlans } from './reading-plans.query.js';

@Module({
  controllers: [ReadingPlansController],
  providers: [ReadingPlans, KeepPlan],
})
export class ReadingPlansModule {}
