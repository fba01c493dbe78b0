import { setTimeout as pause } from 'node:timers/promises';
import { isTransient } from '../database/sql-state.js';
import type { Log } from '../log/logger.js';
import { Problem } from '../problem/refused.js';
import { JobInterrupted } from './job-interrupted.js';
import type { JobRow, Jobs } from './jobs.js';

const TRIES = 3;

/** A job while it runs. `checkpoint` is what an earlier try left, null at the first. */
export type RunningJob = {
  readonly id: string;
  /** Which try this is: given to `JobNotes.note`, so that a try that lost its lease writes nothing. */
  readonly attempt: number;
  readonly schoolId: string | null;
  readonly caller: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly checkpoint: Readonly<Record<string, unknown>> | null;
  bytes(): AsyncIterable<Buffer>;
  /** True when the job should stop at the next batch: cancelled, taken by another worker, or the service stops. */
  shouldStop(): boolean;
};

/** Does the work batch by batch and returns the result the API shows. */
export type JobWork = (job: RunningJob) => Promise<Readonly<Record<string, unknown>>>;

/** Works through the job table, one job at a time a process. A `Problem` ends a job with its code; other trouble is tried again. */
export class JobRunner {
  private readonly works = new Map<string, JobWork>();
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  /** Registers what is done for a kind of job; before the service starts. */
  register(kind: string, work: JobWork): void {
    this.works.set(kind, work);
  }

  start(): void {
    if (this.works.size > 0) this.running ??= this.run();
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopping = true;
    this.jobs.bell.ring();
    await Promise.race([this.running, pause(deadlineMs, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    let sweptAt = 0;
    while (!this.stopping) {
      try {
        if (Date.now() - sweptAt > 3_600_000) {
          await this.jobs.sweep();
          sweptAt = Date.now();
        }
        const row = await this.jobs.claim([...this.works.keys()]);
        if (row === null) await this.jobs.bell.heard(1_000);
        else await this.work(row);
      } catch (err) {
        if (!this.stopping) this.log.warn({ err }, 'the job table cannot be read, trying again');
        await pause(1_000);
      }
    }
  }

  private async work(row: JobRow): Promise<void> {
    const startedAt = performance.now();
    let lost = false;
    const keeping = setInterval(() => {
      this.jobs.keep(row.id, row.attempts).then(
        (kept) => (lost = !kept),
        () => undefined,
      );
    }, 5_000);
    try {
      const work = this.works.get(row.kind);
      if (work === undefined) throw new Problem(500, 'service.failed');
      const result = await work({
        id: row.id,
        attempt: row.attempts,
        schoolId: row.school_id,
        caller: row.caller,
        parameters: row.parameters,
        checkpoint: row.checkpoint,
        bytes: () => this.jobs.bytes(row.id),
        shouldStop: () => lost || this.stopping,
      });
      if (lost) return;
      await this.jobs.finish(row.id, row.attempts, { result });
      this.log.info(
        { job: row.id, kind: row.kind, ms: Math.round(performance.now() - startedAt) },
        'job done',
      );
    } catch (error) {
      if (lost) return;
      await this.failed(row, error);
    } finally {
      clearInterval(keeping);
    }
  }

  private async failed(row: JobRow, error: unknown): Promise<void> {
    if (error instanceof JobInterrupted) return this.jobs.release(row.id, row.attempts);
    if (error instanceof Problem) return this.jobs.finish(row.id, row.attempts, { failure: error.code });
    this.log.error({ err: error, job: row.id, kind: row.kind, attempt: row.attempts }, 'job stopped');
    if (isTransient(error) || row.attempts < TRIES) {
      await pause(1_000);
      return this.jobs.release(row.id, row.attempts);
    }
    return this.jobs.finish(row.id, row.attempts, { failure: 'service.failed' });
  }
}
