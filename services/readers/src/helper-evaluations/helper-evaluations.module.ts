import { Module } from '@nestjs/common';
import { HelperEvaluationsController } from './helper-evaluations.controller.js';
import { HelperEvaluations } from './helper-evaluations.query.js';
import { JudgeHelper } from './judge-helper.use-case.js';

@Module({
  controllers: [HelperEvaluationsController],
  providers: [HelperEvaluations, JudgeHelper],
})
export class HelperEvaluationsModule {}
