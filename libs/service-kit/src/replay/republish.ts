import type { Database } from '../database/database.js';
import type { Rows } from '../database/session.js';

const SLICE = 5_000;

/**
 * Marks sent events as unsent, so that the relay posts them again: when the log lost what it had acknowledged. Safe at
 * any time, since every inbox knows what it has digested.
 *
 * In slices by number, from the newest back to the first that was sent before; in one transaction, because a relay that
 * found the newer ones alone would send them before the older ones of their keys.
 * @param since events that were sent at this instant (RFC 3339) or later; the outbox keeps seven days
 * @returns how many will be sent again
 */
export async function republishSince(
  database: Pick<Database, 'inTransaction'>,
  since: string,
): Promise<number> {
  return database.inTransaction(async (session) => {
    let events = 0;
    for (let before = '9223372036854775807'; ;) {
      const slice = await markSlice(session, before, since);
      events += slice.marked;
      if (slice.first === null || (slice.marked === 0 && slice.sentBefore)) return events;
      before = slice.first;
    }
  });
}

async function markSlice(
  rows: Rows,
  before: string,
  since: string,
): Promise<{ marked: number; sentBefore: boolean; first: string | null }> {
  const [row] = await rows.rows<{ marked: number; sentBefore: boolean; first: string | null }>(
    `with slice as materialized (
       select id, published_at from outbox where id < $1 order by id desc limit ${SLICE}
     ), marked as (
       update outbox o set published_at = null from slice
       where o.id = slice.id and slice.published_at >= $2 returning 1)
     select (select count(*)::int from marked) as marked, (select min(id) from slice) as first,
       exists (select from slice where published_at < $2) as "sentBefore"`,
    [before, since],
  );
  return row ?? { marked: 0, sentBefore: true, first: null };
}
