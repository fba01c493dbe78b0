import { Module } from '@nestjs/common';
import { cardKeyOfCounty } from '../circulation.config.js';
import { AnswerOnce } from './answer-once.use-case.js';
import { CardKeys } from './card-keys.adapter.js';
import { CheckOutCopy } from './check-out-copy.use-case.js';
import { DeskController } from './desk.controller.js';
import { DeskLookUps } from './look-up-at-desk.use-case.js';
import { LoansController } from './loans.controller.js';
import { LoansQuery } from './loans.query.js';
import { RenewLoan } from './renew-loan.use-case.js';
import { ReturnCopy } from './return-copy.use-case.js';
import { SchoolsOfCounty } from './schools.query.js';
import { SwiftLending } from './swift-lending.use-case.js';
import { TryCheckOut } from './try-check-out.use-case.js';

@Module({
  controllers: [DeskController, LoansController],
  providers: [
    AnswerOnce,
    { provide: CardKeys, useFactory: () => new CardKeys(cardKeyOfCounty) },
    CheckOutCopy,
    DeskLookUps,
    LoansQuery,
    RenewLoan,
    ReturnCopy,
    SchoolsOfCounty,
    SwiftLending,
    TryCheckOut,
  ],
})
export class LendingModule {}
