import { Module } from '@nestjs/common';
import { JobOutputsController, JobsController } from '@shulian/service-kit';
import { MakeReport } from './make-report.use-case.js';
import { PrintedReport } from './printed-report.query.js';
import { QueueReportRun } from './queue-report-run.use-case.js';
import { ReportRunsController } from './report-runs.controller.js';
import { ReportRunsWorker } from './report-runs.worker.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQuery } from './reports.query.js';

@Module({
  controllers: [ReportsController, ReportRunsController, JobsController, JobOutputsController],
  providers: [ReportsQuery, PrintedReport, QueueReportRun, MakeReport, ReportRunsWorker],
  exports: [ReportsQuery],
})
export class ReportsModule {}
