import { Module } from '@nestjs/common';
import { EnterDuty } from './enter-duty.use-case.js';
import { HelperDutiesController } from './helper-duties.controller.js';
import { HelperDuties } from './helper-duties.query.js';
import { PlanDuty } from './plan-duty.use-case.js';

@Module({
  controllers: [HelperDutiesController],
  providers: [HelperDuties, PlanDuty, EnterDuty],
})
export class HelperDutiesModule {}
