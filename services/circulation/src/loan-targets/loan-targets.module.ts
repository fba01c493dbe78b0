import { Module } from '@nestjs/common';
import { LoanTargetProgressController } from './loan-target-progress.controller.js';
import { LoanTargetsController } from './loan-targets.controller.js';
import { LoanTargetsQuery } from './loan-targets.query.js';
import { PutLoanTargets } from './put-loan-targets.use-case.js';

@Module({
  controllers: [LoanTargetsController, LoanTargetProgressController],
  providers: [LoanTargetsQuery, PutLoanTargets],
})
export class LoanTargetsModule {}
