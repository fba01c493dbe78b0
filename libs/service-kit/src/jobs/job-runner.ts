import { setTimeout as pause } from 'node:timers/promises';
import { Counter } from 'prom-client';
import type { Rows } from '../database/session.js';
import type { Log } from '../log/logger.js';
import { Problem } from '../problem/refused.js';
import { analyzeChanged } from './analyze-changed.js';
import { JobInterrupted } from './job-interrupted.js';
import { sweepJobs } from './job-sweep.js';
import type { JobRow, Jobs } from './jobs.js';

/** How often a running job says that it is alive; a third of this late and more, the event loop was held up. */
const KEEP_EVERY_MS = 5_000;

const heldUp = new Counter({
  name: 'shulian_job_held_up_total',
  help: 'Times a job computed so long in one go that nothing else of the service ran',
  labelNames: ['kind'],
});

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

type Kind = { readonly work: JobWork; readonly changes: readonly string[] };

/** Works through the job table, one job at a time a process. A `Problem` ends a job with its code; other trouble is tried again. */
export class JobRunner {
  private readonly kinds = new Map<string, Kind>();
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly rows: Rows,
    private readonly log: Log,
    private readonly keepEveryMs = KEEP_EVERY_MS,
  ) {}

  /**
   * Registers what is done for a kind of job; before the service starts.
   * @param changes the tables it fills: after a large job their statistics are made anew, so that the first who ask
   *   have plans for what is there now
   */
  register(kind: string, work: JobWork, changes: readonly string[] = []): void {
    this.kinds.set(kind, { work, changes });
  }

  start(): void {
    if (this.kinds.size > 0) this.running ??= this.run();
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopping = true;
    this.jobs.signal.raise();
    await Promise.race([this.running, pause(deadlineMs, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    let sweptAt = 0;
    while (!this.stopping) {
      try {
        if (Date.now() - sweptAt > 3_600_000) {
          await sweepJobs(this.rows);
          sweptAt = Date.now();
        }
        const row = await this.jobs.claim([...this.kinds.keys()]);
        if (row === null) await this.jobs.signal.wait(1_000);
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
    let dueAt = startedAt + this.keepEveryMs;
    const keeping = setInterval(() => {
      this.noticeHold(row, performance.now() - dueAt);
      dueAt = performance.now() + this.keepEveryMs;
      this.jobs.keep(row.id, row.attempts).then(
        (kept) => (lost = !kept),
        () => undefined,
      );
    }, this.keepEveryMs);
    try {
      const kind = this.kinds.get(row.kind);
      if (kind === undefined) throw new Problem(500, 'service.failed');
      const result = await kind.work({
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
      await analyzeChanged(this.rows, row.id, kind.changes).catch((err: unknown) =>
        this.log.warn({ err, job: row.id }, 'no new statistics'),
      );
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
    if (error instanceof Problem) return this.jobs.finish(row.id, row.attempts, { failure: error.code });
    if (error instanceof JobInterrupted && this.stopping) return this.jobs.putBack(row.id, row.attempts);
    // Cancelled, or taken by another: the batch that noticed it was rolled back.
    if (error instanceof JobInterrupted && !(await this.jobs.keep(row.id, row.attempts))) return;
    this.log.error({ err: error, job: row.id, kind: row.kind, attempt: row.attempts }, 'job stopped');
    return this.jobs.release(row.id, row.attempts);
  }

  /** Whoever computes for long without a pause holds up everything else in this process, and may lose the lease. */
  private noticeHold({ id, kind }: JobRow, lateMs: number): void {
    if (lateMs < this.keepEveryMs / 3) return;
    heldUp.inc({ kind });
    this.log.warn({ job: id, kind, ms: Math.round(lateMs) }, 'a job held up the whole service');
  }
}
