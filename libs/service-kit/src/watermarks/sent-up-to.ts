import type { Client } from 'pg';

/**
 * The moment before which nothing can come any more, by the database's clock. An event gets its time in the statement
 * that writes it, after that statement has locked the outbox; so whoever may still commit an earlier one holds the lock
 * now, and has begun before. Read before what is unsent: what was committed by then is seen there.
 *
 * The moment of this statement's arrival is read before the locks are. A session whose transaction ended in between
 * shows a lock and no beginning: nothing is known in that case, this once.
 */
const SETTLED = {
  name: 'watermark.settled',
  text: `select extract(epoch from least(statement_timestamp(),
                  min(coalesce(a.xact_start, '-infinity'::timestamptz))))::float8 * 1000 as ms
    from pg_locks l left join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'relation' and l.relation = 'outbox'::regclass and l.mode = 'RowExclusiveLock'
      and l.database = (select oid from pg_database where datname = current_database())
      and l.pid <> pg_backend_pid()`,
};
const OLDEST_UNSENT = {
  name: 'watermark.unsent',
  text: `select extract(epoch from min(occurred_at))::float8 * 1000 as ms from outbox where published_at is null`,
};

/**
 * Up to when every fact is sent, in milliseconds of domain time; null when it cannot be told now.
 * @param aheadMs how far domain time is ahead of the database's clock, the least of the last seconds
 */
export async function sentUpTo(client: Client, aheadMs: number): Promise<number | null> {
  const settled = (await client.query<{ ms: number }>(SETTLED)).rows[0]?.ms ?? -Infinity;
  const unsent = (await client.query<{ ms: number | null }>(OLDEST_UNSENT)).rows[0]?.ms ?? Infinity;
  // Times of events are whole milliseconds, rounded down.
  const upTo = Math.min(Math.floor(settled + aheadMs), Math.floor(unsent)) - 1;
  return Number.isFinite(upTo) ? upTo : null;
}
