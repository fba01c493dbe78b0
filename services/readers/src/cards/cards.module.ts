import { Module } from '@nestjs/common';
import { ownConfig } from '../readers.config.js';
import { CardKeys } from './card-key.adapter.js';
import { CardsController } from './cards.controller.js';
import { DeclareCardLost } from './declare-card-lost.use-case.js';
import { IssueCards } from './issue-cards.use-case.js';

@Module({
  controllers: [CardsController],
  providers: [
    { provide: CardKeys, useFactory: () => new CardKeys(() => ownConfig().SHULIAN_CARD_KEY) },
    DeclareCardLost,
    IssueCards,
  ],
  exports: [IssueCards],
})
export class CardsModule {}
