import { Module } from '@nestjs/common';
import { AccessRecordsController } from './access-records.controller.js';
import { AccessRecordsQuery } from './access-records.query.js';
import { SealAccessLog } from './seal-access-log.use-case.js';
import { SealAccessLogWorker } from './seal-access-log.worker.js';

@Module({
  controllers: [AccessRecordsController],
  providers: [AccessRecordsQuery, SealAccessLog, SealAccessLogWorker],
})
export class AccessRecordsModule {}
