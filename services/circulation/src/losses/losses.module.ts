import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { LendingModule } from '../lending/lending.module.js';
import { CompensationsController } from './compensations.controller.js';
import { CompensationsQuery } from './compensations.query.js';
import { DeclareCopyLost } from './declare-copy-lost.use-case.js';
import { LossesController } from './losses.controller.js';
import { ReopenCompensation } from './reopen-compensation.use-case.js';
import { LoseLoan } from './lose-loan.step.js';
import { SettleCompensation } from './settle-compensation.use-case.js';
import { SettleOwed } from './settle-owed.step.js';

@Module({
  imports: [DeskModule, LendingModule],
  controllers: [LossesController, CompensationsController],
  providers: [
    CompensationsQuery,
    DeclareCopyLost,
    ReopenCompensation,
    SettleCompensation,
    SettleOwed,
    LoseLoan,
  ],
  exports: [SettleOwed, LoseLoan, CompensationsQuery],
})
export class LossesModule {}
