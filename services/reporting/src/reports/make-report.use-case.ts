import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { JobInterrupted, JobNotes, JobOutputs, Transaction, type RunningJob } from '@shulian/service-kit';
import { PrintedReport } from './printed-report.query.js';
import { ReportsQuery } from './reports.query.js';
import type { ReportRun } from './report-runs.http.js';

/** Rows between two looks at whether the job was cancelled. */
const AT_ONCE = 1_000;

/** Makes the report of a job and leaves it behind as a file. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly reports: ReportsQuery,
    private readonly printed: PrintedReport,
    private readonly outputs: JobOutputs,
    private readonly transaction: Transaction,
  ) {}

  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const { name, knowsReaders, from, to, classId, language } = job.parameters as ReportRun;
    await this.note(job, 0);
    const report = await this.reports.make(
      name,
      job.schoolId as SchoolId | null,
      knowsReaders,
      { from, to, classId },
      language,
    );
    const { rows, ...table } = await this.printed.table(report, language);
    const total = report.rows.length;
    await this.note(job, 0, total);
    const counted = async function* (this: MakeReport) {
      let done = 0;
      for await (const row of rows) {
        if (done > 0 && done % AT_ONCE === 0) await this.note(job, done, total);
        done += 1;
        yield row;
      }
    };
    await this.outputs.write(job, { name, ...table, rows: counted.call(this) });
    await this.note(job, total, total);
    return { rows: total, asOf: report.asOf, from, to };
  }

  /** @throws JobInterrupted when it was cancelled, or the service stops */
  private async note(job: RunningJob, done: number, total?: number): Promise<void> {
    if (job.shouldStop()) throw new JobInterrupted('stopped between two parts');
    await this.transaction.run((tx) =>
      tx
        .use(JobNotes)
        .note(job.id, { attempt: job.attempt, done, ...(total === undefined ? {} : { total }) }),
    );
  }
}
