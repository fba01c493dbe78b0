import { Module } from '@nestjs/common';
import { SendReport } from './send-report.use-case.js';
import { SettleReport } from './settle-report.use-case.js';
import { WorkReportsController } from './work-reports.controller.js';
import { WorkReportsQuery } from './work-reports.query.js';

@Module({
  controllers: [WorkReportsController],
  providers: [WorkReportsQuery, SendReport, SettleReport],
})
export class WorkReportsModule {}
