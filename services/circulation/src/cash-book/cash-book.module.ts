import { Module } from '@nestjs/common';
import { CashBookQuery } from './cash-book.query.js';
import { CashLinesController } from './cash-lines.controller.js';
import { CashPeriodsController } from './cash-periods.controller.js';
import { CloseCashPeriod } from './close-cash-period.use-case.js';
import { CompensationRulesController } from './compensation-rules.controller.js';
import { HandOverCash } from './hand-over-cash.use-case.js';
import { PutCompensationRule } from './put-compensation-rule.use-case.js';
import { RefundCompensation } from './refund-compensation.use-case.js';
import { ReopenCashPeriod } from './reopen-cash-period.use-case.js';
import { ReverseCashLine } from './reverse-cash-line.use-case.js';

@Module({
  controllers: [CashLinesController, CashPeriodsController, CompensationRulesController],
  providers: [
    CashBookQuery,
    RefundCompensation,
    HandOverCash,
    ReverseCashLine,
    CloseCashPeriod,
    ReopenCashPeriod,
    PutCompensationRule,
  ],
})
export class CashBookModule {}
