import type { Rows } from '../database/session.js';
import { JobInterrupted } from './job-interrupted.js';
import { LEASE, type JobProblem } from './jobs.js';

/**
 * Progress, checkpoint and problems of a batch, written in the transaction of the batch: part of a service's store. A try
 * that lost its lease is stopped here, whatever it believes: its transaction is rolled back. What is written keeps the lease.
 */
export class JobNotes {
  constructor(readonly rows: Rows) {}

  async note(
    id: string,
    batch: {
      /** The try that writes; one that lost its lease must not write over the one that has it. */
      readonly attempt: number;
      readonly done: number;
      readonly total?: number;
      readonly checkpoint?: Readonly<Record<string, unknown>>;
      readonly problems?: readonly JobProblem[];
    },
  ): Promise<void> {
    const kept = await this.rows.rows(
      `update job set done = $2, total = coalesce($3, total), checkpoint = coalesce($4, checkpoint),
              lease_until = clock_timestamp() + ${LEASE}
       where id = $1 and status = 'running' and attempts = $5 returning 1`,
      [
        id,
        batch.done,
        batch.total ?? null,
        batch.checkpoint === undefined ? null : JSON.stringify(batch.checkpoint),
        batch.attempt,
      ],
    );
    if (kept.length === 0) throw new JobInterrupted('the lease was lost');
    const problems = batch.problems ?? [];
    if (problems.length > 0)
      await this.rows.rows(
        `insert into job_problem (job_id, place, code, facts)
         select $1, place, code, facts from unnest($2::jsonb[], $3::text[], $4::jsonb[]) with ordinality
           as p(place, code, facts, ord) order by ord`,
        [
          id,
          problems.map((problem) => JSON.stringify(problem.place)),
          problems.map((problem) => problem.code),
          problems.map((problem) => JSON.stringify(problem.facts ?? {})),
        ],
      );
  }
}
