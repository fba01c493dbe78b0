import type { Rows } from '../database/session.js';

/** A job that touched less than this share of a table leaves its statistics as good as they were. */
const CHANGED = 0.05;

/**
 * New statistics for the tables a job has filled, where it was much beside what they held. By itself PostgreSQL does it a
 * minute later, and until then plans for an empty table. The role of a service may (`maintain`, see `prepareSchema`).
 */
export async function analyzeChanged(rows: Rows, jobId: string, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  const changed = await rows.rows<{ name: string }>(
    `select format('%I', c.relname) as name from pg_class c, job j
     where j.id = $1 and c.relname = any($2) and c.relnamespace = current_schema()::regnamespace
       and j.done > greatest(c.reltuples, 0) * $3 and j.done > 0`,
    [jobId, tables, CHANGED],
  );
  for (const { name } of changed) await rows.rows(`analyze ${name}`);
}
