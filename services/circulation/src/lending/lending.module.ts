import { Module } from '@nestjs/common';
import { cardKeyOfCounty } from '../circulation.config.js';
import { AnswerOnce } from './answer-once.use-case.js';
import { CardKeys } from './card-keys.adapter.js';
import { CheckOutCopy } from './check-out-copy.use-case.js';
import { CompensationsController } from './compensations.controller.js';
import { CompensationsQuery } from './compensations.query.js';
import { DeclareCopyLost } from './declare-copy-lost.use-case.js';
import { DeskController } from './desk.controller.js';
import { DeskLookUps } from './look-up-at-desk.use-case.js';
import { LoansController } from './loans.controller.js';
import { LoansQuery } from './loans.query.js';
import { RenewLoan } from './renew-loan.use-case.js';
import { ReturnCopy } from './return-copy.use-case.js';
import { SchoolsOfCounty } from './schools.query.js';
import { SettleCompensation } from './settle-compensation.use-case.js';
import { SwiftLending } from './swift-lending.use-case.js';
import { TryCheckOut } from './try-check-out.use-case.js';

@Module({
  controllers: [DeskController, LoansController, CompensationsController],
  providers: [
    AnswerOnce,
    { provide: CardKeys, useFactory: () => new CardKeys(cardKeyOfCounty) },
    CheckOutCopy,
    CompensationsQuery,
    DeclareCopyLost,
    DeskLookUps,
    LoansQuery,
    RenewLoan,
    ReturnCopy,
    SchoolsOfCounty,
    SettleCompensation,
    SwiftLending,
    TryCheckOut,
  ],
})
export class LendingModule {}
