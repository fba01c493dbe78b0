import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { KeepPlan } from './keep-plan.use-case.js';
import { PlansController } from './plans.controller.js';
import { PlansQuery } from './plans.query.js';

@Module({
  imports: [FromReadersModule],
  controllers: [PlansController],
  providers: [KeepPlan, PlansQuery],
})
export class PlansModule {}
