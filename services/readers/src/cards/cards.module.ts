import { Module } from '@nestjs/common';
import { READERS_CONFIG, type ReadersConfig } from '../readers.config.js';
import { CardKeys } from './card-key.adapter.js';
import { CardsController } from './cards.controller.js';
import { DeclareCardLost } from './declare-card-lost.use-case.js';
import { IssueCards } from './issue-cards.use-case.js';

@Module({
  controllers: [CardsController],
  providers: [
    {
      provide: CardKeys,
      useFactory: (config: ReadersConfig) => new CardKeys(config.SHULIAN_CARD_KEY),
      inject: [READERS_CONFIG],
    },
    DeclareCardLost,
    IssueCards,
  ],
  exports: [IssueCards],
})
export class CardsModule {}
