import { Module } from '@nestjs/common';
import { CardsModule } from '../cards/cards.module.js';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { BeginBatch } from './begin-batch.use-case.js';
import { CancelBatch } from './cancel-batch.use-case.js';
import { CardProductionController } from './card-production.controller.js';
import { CardProductionQuery } from './card-production.query.js';
import { TakeStep } from './take-step.use-case.js';
import { UndoStep } from './undo-step.use-case.js';

@Module({
  imports: [CardsModule],
  controllers: [CardProductionController],
  providers: [BeginBatch, CancelBatch, CardProductionQuery, LogSightOfReaders, TakeStep, UndoStep],
  exports: [CardProductionQuery],
})
export class CardProductionModule {}
