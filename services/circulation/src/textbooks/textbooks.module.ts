import { Module } from '@nestjs/common';
import { ChangeTextbook } from './change-textbook.use-case.js';
import { EnterTextbookLines } from './enter-textbook-lines.use-case.js';
import { EnterTextbooks } from './enter-textbooks.use-case.js';
import { ReverseTextbookLine } from './reverse-textbook-line.use-case.js';
import { SetNeeds } from './set-needs.use-case.js';
import { SetStreams } from './set-streams.use-case.js';
import { TakeTextbooksBack } from './take-textbooks-back.use-case.js';
import { TextbookStockController } from './textbook-stock.controller.js';
import { TextbookStockQuery } from './textbook-stock.query.js';
import { TextbooksController } from './textbooks.controller.js';
import { TextbooksQuery } from './textbooks.query.js';

@Module({
  controllers: [TextbooksController, TextbookStockController],
  providers: [
    TextbooksQuery,
    TextbookStockQuery,
    EnterTextbooks,
    ChangeTextbook,
    SetNeeds,
    SetStreams,
    EnterTextbookLines,
    ReverseTextbookLine,
    TakeTextbooksBack,
  ],
})
export class TextbooksModule {}
