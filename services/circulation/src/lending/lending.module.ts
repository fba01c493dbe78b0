import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { BatchesController } from './batches.controller.js';
import { CheckOutCopies } from './check-out-copies.use-case.js';
import { CheckOutCopy } from './check-out-copy.use-case.js';
import { DeskLookUps } from './desk-look-ups.step.js';
import { DeskController } from './desk.controller.js';
import { ItemOutcomes } from './item-outcomes.step.js';
import { LoansController } from './loans.controller.js';
import { LoansQuery } from './loans.query.js';
import { OpenLoanOfCopy } from './open-loan-of-copy.step.js';
import { OptimisticLending } from './optimistic-lending.step.js';
import { OptimisticReturns } from './optimistic-returns.step.js';
import { RenewLoan } from './renew-loan.use-case.js';
import { RenewLoans } from './renew-loans.use-case.js';
import { ReturnCopies } from './return-copies.use-case.js';
import { ReturnCopy } from './return-copy.use-case.js';
import { ScannedLoansController } from './scanned-loans.controller.js';
import { ScannedLoansQuery } from './scanned-loans.query.js';
import { TryCheckOut } from './try-check-out.use-case.js';

@Module({
  imports: [DeskModule],
  controllers: [BatchesController, DeskController, LoansController, ScannedLoansController],
  providers: [
    CheckOutCopies,
    ItemOutcomes,
    OpenLoanOfCopy,
    RenewLoans,
    ReturnCopies,
    CheckOutCopy,
    DeskLookUps,
    LoansQuery,
    OptimisticLending,
    OptimisticReturns,
    RenewLoan,
    ReturnCopy,
    ScannedLoansQuery,
    TryCheckOut,
  ],
  exports: [OpenLoanOfCopy],
})
export class LendingModule {}
