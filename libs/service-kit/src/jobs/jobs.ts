import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../database/database.js';
import type { Rows } from '../database/session.js';
import { violatedUnique } from '../database/sql-state.js';
import { Problem, unknownThing } from '../problem/refused.js';
import { pathId } from '../http/id.js';
import { Signal } from '../bus/signal.js';

export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** The file that a job made. */
export type JobOutput = { readonly name: string; readonly size: number; readonly until: string };

/** A job as the API shows it. */
export type JobView = {
  readonly id: string;
  readonly kind: string;
  readonly status: JobStatus;
  readonly schoolId: string | null;
  readonly progress: { readonly done: number; readonly total: number | null };
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly failure: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  /** null where it makes none, or has not yet */
  readonly output: JobOutput | null;
};

/** Which jobs are meant, newest first. */
export type JobsMeant = {
  /** null: of all schools and of the county */
  readonly schools: readonly string[] | null;
  readonly kind: string | undefined;
  readonly status: JobStatus | undefined;
  /** the last one that was seen */
  readonly before: string | undefined;
  readonly limit: number;
};

/** A row that could not be taken, with its place in the file and a stable code; never the row's content. */
export type JobProblem = {
  readonly place: Readonly<Record<string, string | number>>;
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
};

export type JobRow = {
  id: string;
  kind: string;
  school_id: string | null;
  caller: string;
  parameters: Record<string, unknown>;
  checkpoint: Record<string, unknown> | null;
  attempts: number;
};

type ShownJob = {
  readonly id: string;
  readonly kind: string;
  readonly status: JobStatus | 'uploading';
  readonly school_id: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly result: Record<string, unknown> | null;
  readonly failure: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly output_name: string | null;
  readonly output_size: string | null;
  readonly output_until: Date | null;
};
const SHOWN = `id, kind, status, school_id, done, total, result, failure, created_at, finished_at, output_name, output_size,
  output_until`;

const CHUNK_BYTES = 262_144;
/** Jobs without a file that one caller may have waiting. */
const MOST_WAITING = 10;
const RETRY_AFTER_SECONDS = 10;
/** How long a worker may be silent. */
export const LEASE = `interval '30 seconds'`;
/** Tries of a job; those that ended because a service was stopped do not count, but they, too, have an end. */
const TRIES = 5;
const MOST_TRIES = 20;
/** Who loses against others each time looks again a second later. */
const CLAIM_TRIES = 20;
/** Waiting, and its pause is over, or its worker was not heard of for the time of the lease. */
const FREE = `status in ('queued', 'running') and (lease_until is null or lease_until < clock_timestamp())`;
const CLAIM = `
  update job set status = 'running', attempts = attempts + 1, lease_until = clock_timestamp() + ${LEASE}
  where id = (select id from job
              where kind = any($1) and ${FREE}
                and not exists (select from job other where other.kind = job.kind and other.id <> job.id
                  and other.school_id = job.school_id and other.status = 'running')
              order by created_at limit 1 for update skip locked)
  returning id, kind, school_id, caller, parameters, checkpoint, attempts`;

/** The table of long work: receives files, hands jobs to the runner under a lease, keeps progress and problems. */
export class Jobs {
  readonly signal = new Signal();

  constructor(
    private readonly database: Database,
    private readonly lists: Rows,
    readonly service: string,
  ) {}

  /** Opens a job that waits for its file. */
  async open(kind: string, caller: string): Promise<string> {
    const id = uuidv7();
    await this.database.rows(`insert into job (id, kind, caller, status) values ($1, $2, $3, 'uploading')`, [
      id,
      kind,
      caller,
    ]);
    return id;
  }

  /** Stores the bytes of the file in chunks of 256 KiB; returns their number. */
  async receive(id: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    let pending: Buffer[] = [];
    let size = 0;
    let total = 0;
    let n = 0;
    const flush = async (): Promise<void> => {
      if (size === 0) return;
      await this.database.rows('insert into job_chunk (job_id, n, bytes) values ($1, $2, $3)', [
        id,
        n,
        Buffer.concat(pending),
      ]);
      n += 1;
      pending = [];
      size = 0;
    };
    for await (const piece of bytes) {
      pending.push(Buffer.from(piece));
      size += piece.length;
      total += piece.length;
      if (size >= CHUNK_BYTES) await flush();
    }
    await flush();
    return total;
  }

  /**
   * The file is here: the job may start.
   * @param rows of the open transaction, where the job is part of one; raise `signal` after its commit
   */
  async queue(
    id: string,
    schoolId: string | null,
    parameters: Readonly<Record<string, unknown>>,
    rows: Rows = this.database,
  ): Promise<JobView> {
    await rows.rows(
      `update job set status = 'queued', school_id = $2, parameters = $3 where id = $1 and status = 'uploading'`,
      [id, schoolId, JSON.stringify(parameters)],
    );
    if (rows === this.database) this.signal.raise();
    return this.view(id, rows);
  }

  /** Throws away a job whose upload was refused. */
  async discard(id: string): Promise<void> {
    await this.database.rows(`delete from job where id = $1 and status = 'uploading'`, [id]);
  }

  /** @param id the bare uuid, or the public `<service>-<uuid>`. @throws Problem 404 */
  async view(id: string, rows: Rows = this.database): Promise<JobView> {
    const bare = this.bareId(id);
    const [row] = await rows.rows<ShownJob>(`select ${SHOWN} from job where id = $1`, [bare]);
    if (row === undefined) throw unknownThing();
    return this.shown(row);
  }

  /** Newest first: ids are made in order of time. */
  async list({ schools, kind, status, before, limit }: JobsMeant): Promise<JobView[]> {
    const rows = await this.lists.rows<ShownJob>(
      `select ${SHOWN} from job
       where status <> 'uploading' and ($1::uuid[] is null or school_id = any($1)) and ($2::text is null or kind = $2)
         and ($3::text is null or status = $3) and ($4::uuid is null or id < $4)
       order by id desc limit $5`,
      [schools, kind ?? null, status ?? null, before ?? null, limit],
    );
    return rows.map((row) => this.shown(row));
  }

  /**
   * Ends a job that has not ended: one that waits is not begun, one that runs stops at its next batch; what was done stays.
   * @returns whether it was this call that ended it
   */
  async cancel(id: string): Promise<boolean> {
    const ended = await this.database.rows(
      `update job set status = 'cancelled', finished_at = clock_timestamp(), lease_until = null
       where id = $1 and status in ('queued', 'running') returning 1`,
      [this.bareId(id)],
    );
    return ended.length > 0;
  }

  /**
   * Queues work that needs no file, as a part of the open transaction; raise `signal` after its commit.
   * @throws Problem 429 `job.too-many-waiting`
   */
  async add(
    rows: Rows,
    job: {
      readonly kind: string;
      readonly caller: string;
      readonly schoolId: string | null;
      readonly parameters: Readonly<Record<string, unknown>>;
    },
  ): Promise<JobView> {
    const id = uuidv7();
    // Of one caller, one after the other: they are counted.
    await rows.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`jobs of ${job.caller}`]);
    const added = await rows.rows(
      `insert into job (id, kind, caller, school_id, parameters, status)
       select $1, $2, $3::text, $4, $5, 'queued'
       where (select count(*) from job where caller = $3 and status in ('queued', 'running')) < $6 returning 1`,
      [id, job.kind, job.caller, job.schoolId, JSON.stringify(job.parameters), MOST_WAITING],
    );
    if (added.length === 0)
      throw new Problem(429, 'job.too-many-waiting', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    return this.view(id, rows);
  }

  private shown(row: ShownJob): JobView {
    return {
      id: `${this.service}-${row.id}`,
      kind: row.kind,
      status: row.status === 'uploading' ? 'queued' : row.status,
      schoolId: row.school_id,
      progress: { done: row.done, total: row.total },
      result: row.result,
      failure: row.failure,
      createdAt: row.created_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
      output:
        row.status !== 'succeeded' || row.output_name === null || row.output_until === null
          ? null
          : { name: row.output_name, size: Number(row.output_size), until: row.output_until.toISOString() },
    };
  }

  /** Problems in the order they were found, after the given number. */
  async problems(id: string, after: number, limit: number): Promise<(JobProblem & { readonly n: number })[]> {
    const rows = await this.lists.rows<JobProblem & { n: string }>(
      `select n, place, code, facts from job_problem where job_id = $1 and n > $2 order by n limit $3`,
      [this.bareId(id), after, limit],
    );
    return rows.map((row) => ({ ...row, n: Number(row.n) }));
  }

  /** The bytes of the file, chunk by chunk: at most one in memory. */
  async *bytes(id: string): AsyncGenerator<Buffer> {
    for (let n = 0; ; n += 1) {
      const [row] = await this.database.rows<{ bytes: Buffer }>(
        'select bytes from job_chunk where job_id = $1 and n = $2',
        [id, n],
      );
      if (row === undefined) return;
      yield row.bytes;
    }
  }

  /**
   * The oldest job that nobody works on, under a lease; a job whose worker died comes up again. One job of a kind at a
   * time for a school: two rosters of one school would plan on each other's past. An index holds that (`job_one_at_a_time`),
   * so that of many who ask at once one gets it; the others look for another.
   */
  async claim(kinds: readonly string[]): Promise<JobRow | null> {
    await this.giveUp(kinds);
    for (let tries = 0; tries < CLAIM_TRIES; tries += 1) {
      try {
        const [row] = await this.database.rows<JobRow>(CLAIM, [kinds]);
        return row ?? null;
      } catch (error) {
        if (violatedUnique(error) !== 'job_one_at_a_time') throw error;
      }
    }
    return null;
  }

  /** However a try ended (its process was killed, its lease lost, it threw): after the last one the job has failed. */
  private async giveUp(kinds: readonly string[]): Promise<void> {
    await this.database.rows(
      `update job set status = 'failed', failure = 'job.gave-up', finished_at = clock_timestamp(), lease_until = null
       where kind = any($1) and ${FREE} and (attempts - excused >= $2 or attempts >= $3)`,
      [kinds, TRIES, MOST_TRIES],
    );
  }

  /** Keeps the lease; false when the job was cancelled or taken by another. */
  async keep(id: string, attempt: number): Promise<boolean> {
    const rows = await this.database.rows(
      `update job set lease_until = clock_timestamp() + ${LEASE}
       where id = $1 and status = 'running' and attempts = $2 returning 1`,
      [id, attempt],
    );
    return rows.length > 0;
  }

  /** @param attempt whose end it is; one that lost its lease ends nothing */
  async finish(
    id: string,
    attempt: number,
    outcome: { result?: Readonly<Record<string, unknown>>; failure?: string },
  ): Promise<void> {
    await this.database.rows(
      `update job set status = $3, result = coalesce($4, result), failure = $5, finished_at = clock_timestamp(),
              lease_until = null where id = $1 and attempts = $2 and status = 'running'`,
      [
        id,
        attempt,
        outcome.failure === undefined ? 'succeeded' : 'failed',
        outcome.result === undefined ? null : JSON.stringify(outcome.result),
        outcome.failure ?? null,
      ],
    );
  }

  /** Back in the queue, to be tried again from its checkpoint after a pause that grows with the tries. */
  async release(id: string, attempt: number): Promise<void> {
    const pauseSeconds = Math.min(2 ** (attempt - 1), 60);
    await this.database.rows(
      `update job set status = 'queued', lease_until = clock_timestamp() + $3 * interval '1 second'
       where id = $1 and attempts = $2 and status = 'running'`,
      [id, attempt, pauseSeconds],
    );
  }

  /** Back in the queue because the service stops: goes on at once elsewhere, and this try does not count. */
  async putBack(id: string, attempt: number): Promise<void> {
    await this.database.rows(
      `update job set status = 'queued', lease_until = null, excused = excused + 1
       where id = $1 and attempts = $2 and status = 'running'`,
      [id, attempt],
    );
  }

  /** The uuid alone. @throws Problem 404 for what is no id of a job of this service */
  bareId(id: string): string {
    const jobId = id.toLowerCase();
    return pathId(jobId.startsWith(`${this.service}-`) ? jobId.slice(this.service.length + 1) : jobId);
  }
}
