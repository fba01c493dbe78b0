import { Module } from '@nestjs/common';
import { CardsModule } from '../cards/cards.module.js';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ReaderTransfersController } from './reader-transfers.controller.js';
import { ReaderTransfersQuery } from './reader-transfers.query.js';
import { TransferReader } from './transfer-reader.use-case.js';

@Module({
  imports: [CardsModule],
  controllers: [ReaderTransfersController],
  providers: [ReaderTransfersQuery, TransferReader, LogSightOfReaders],
})
export class ReaderTransfersModule {}
