import { Module } from '@nestjs/common';
import { ReportsController } from './reports.controller.js';
import { PrintedReport } from './printed-report.query.js';
import { ReportsQuery } from './reports.query.js';

@Module({
  controllers: [ReportsController],
  providers: [ReportsQuery, PrintedReport],
  exports: [ReportsQuery, PrintedReport],
})
export class ReportsModule {}
