import type { Rows } from '../database/session.js';

/** At most so many rows in one statement, found by an index; again until nothing is left. */
const SWEEPS: readonly { readonly text: string; readonly most: number }[] = [
  {
    // A file has done its work 7 days after the end of its job, or a day after an upload nobody finished.
    most: 200,
    text: `delete from job_chunk where (job_id, n) in (
      select c.job_id, c.n from job j join job_chunk c on c.job_id = j.id
      where j.finished_at < clock_timestamp() - interval '7 days' limit $1)`,
  },
  {
    most: 200,
    text: `delete from job_chunk where (job_id, n) in (
      select c.job_id, c.n from job j join job_chunk c on c.job_id = j.id
      where j.status = 'uploading' and j.created_at < clock_timestamp() - interval '1 day' limit $1)`,
  },
  {
    most: 5_000,
    text: `delete from job_problem where (job_id, n) in (
      select p.job_id, p.n from job j join job_problem p on p.job_id = j.id
      where j.finished_at < clock_timestamp() - interval '30 days' limit $1)`,
  },
  {
    most: 500,
    text: `delete from job where id in (
      select id from job where finished_at < clock_timestamp() - interval '180 days' limit $1)`,
  },
  {
    most: 500,
    text: `delete from job where id in (
      select id from job where status = 'uploading' and created_at < clock_timestamp() - interval '1 day' limit $1)`,
  },
];

/** Ends what only grows: files, problems and jobs of long ago. Two at once do no harm. */
export async function sweepJobs(rows: Rows, most?: number): Promise<void> {
  for (const sweep of SWEEPS) {
    const limit = most ?? sweep.most;
    for (let removed = limit; removed >= limit;)
      removed = (await rows.rows(`${sweep.text} returning 1`, [limit])).length;
  }
}
