import { Injectable } from '@nestjs/common';
import {
  Jobs,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
  type Language,
} from '@shulian/service-kit';
import { ReportsQuery } from './reports.query.js';
import { REPORT_RUN, type ReportRun, type ReportRunAsked } from './report-runs.http.js';

/** Asks for a report as a job; what is wrong with the question is said at once, not by the job. */
@Injectable()
export class QueueReportRun {
  constructor(
    private readonly jobs: Jobs,
    private readonly once: OncePerKey,
    private readonly reports: ReportsQuery,
  ) {}

  /** @throws Problem 400 `report.period-invalid`, 403, 404 `report.unknown`, 429 `job.too-many-waiting` */
  async execute(
    caller: Caller,
    name: string,
    input: ReportRunAsked,
    language: Language,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { schoolId, knowsReaders } = this.reports.scopeFor(caller, input.schoolId);
    const { from, to } = await this.reports.periodFor(name, schoolId, input);
    const parameters: ReportRun = {
      name,
      schoolId,
      knowsReaders,
      from,
      to,
      classId: input.classId ?? null,
      language,
    };
    const answer = await this.once.run(request, 202, (tx) =>
      this.jobs.add(tx.session, { kind: REPORT_RUN, caller: caller.id, schoolId, parameters }),
    );
    if (!answer.replayed) this.jobs.signal.raise();
    return answer;
  }
}
