import { Module } from '@nestjs/common';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { CardSheetsController } from './card-sheets.controller.js';
import { CardsToPrintQuery } from './cards-to-print.query.js';

@Module({
  controllers: [CardSheetsController],
  providers: [CardsToPrintQuery, LogSightOfReaders],
})
export class CardSheetsModule {}
