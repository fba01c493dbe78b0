import { Module } from '@nestjs/common';
import { CardsModule } from '../cards/cards.module.js';
import { ChangeReader } from './change-reader.use-case.js';
import { EarlierReadersWorker } from './earlier-readers.worker.js';
import { EnrolReader } from './enrol-reader.use-case.js';
import { FindEarlierReaders } from './find-earlier-readers.use-case.js';
import { LogSightOfReaders } from './log-sight-of-readers.use-case.js';
import { PutReader } from './put-reader.use-case.js';
import { ReadersController } from './readers.controller.js';
import { Readers } from './readers.query.js';
import { SuspendReader } from './suspend-reader.use-case.js';

@Module({
  imports: [CardsModule],
  controllers: [ReadersController],
  providers: [
    EnrolReader,
    ChangeReader,
    SuspendReader,
    PutReader,
    LogSightOfReaders,
    Readers,
    FindEarlierReaders,
    EarlierReadersWorker,
  ],
  exports: [EnrolReader, Readers],
})
export class EnrolmentModule {}
