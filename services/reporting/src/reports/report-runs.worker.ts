import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobOutputs, JobRunner } from '@shulian/service-kit';
import { mayKnowReaders } from './reports.query.js';
import { MakeReport } from './make-report.use-case.js';
import { REPORT_RUN, type ReportRun } from './report-runs.http.js';

/** Hands the kit what is done for a report, and to whom its file is given, before the service starts. */
@Injectable()
export class ReportRunsWorker implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly outputs: JobOutputs,
    private readonly makeReport: MakeReport,
  ) {}

  onModuleInit(): void {
    this.runner.register(REPORT_RUN, (job) => this.makeReport.execute(job));
    // Rows of few people were left out for whoever may not see each of them; made for others, it still holds them.
    this.outputs.register(
      REPORT_RUN,
      (caller, { schoolId, parameters }) =>
        !(parameters as ReportRun).knowsReaders || mayKnowReaders(caller, schoolId),
    );
  }
}
