import { Module } from '@nestjs/common';
import { CardPoliciesModule } from '../card-policies/card-policies.module.js';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ownConfig } from '../readers.config.js';
import { CardKeys } from './card-key.adapter.js';
import { CardReturnsController } from './card-returns.controller.js';
import { CardsController } from './cards.controller.js';
import { CardsQuery } from './cards.query.js';
import { DeclareCardLost } from './declare-card-lost.use-case.js';
import { EndTemporaryCards } from './end-temporary-cards.use-case.js';
import { IssueCard } from './issue-card.use-case.js';
import { IssueCards } from './issue-cards.use-case.js';
import { IssueToReaders } from './issue-to-readers.step.js';
import { RestoreCard } from './restore-card.use-case.js';
import { ReturnCards } from './return-cards.use-case.js';
import { TemporaryCardsSchedule } from './temporary-cards.schedule.js';

@Module({
  imports: [CardPoliciesModule],
  controllers: [CardsController, CardReturnsController],
  providers: [
    { provide: CardKeys, useFactory: () => new CardKeys(() => ownConfig().SHULIAN_CARD_KEY) },
    CardsQuery,
    DeclareCardLost,
    EndTemporaryCards,
    IssueCard,
    IssueCards,
    IssueToReaders,
    LogSightOfReaders,
    RestoreCard,
    ReturnCards,
    TemporaryCardsSchedule,
  ],
  exports: [CardsQuery, IssueCards, IssueToReaders],
})
export class CardsModule {}
