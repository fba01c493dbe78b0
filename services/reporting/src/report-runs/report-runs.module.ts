import { Module } from '@nestjs/common';
import { JobOutputsController, JobsController } from '@shulian/service-kit';
import { ReportsModule } from '../reports/reports.module.js';
import { MakeReport } from './make-report.use-case.js';
import { QueueReportRun } from './queue-report-run.use-case.js';
import { ReportRunsController } from './report-runs.controller.js';
import { ReportRunsWorker } from './report-runs.worker.js';

@Module({
  imports: [ReportsModule],
  controllers: [ReportRunsController, JobsController, JobOutputsController],
  providers: [QueueReportRun, MakeReport, ReportRunsWorker],
})
export class ReportRunsModule {}
