import type { Rows } from '../database/session.js';
import { Problem } from '../problem/refused.js';
import { afterCursor, cursorOf } from '../http/page.js';

/**
 * A point in the history of a database: every transaction below it has ended, and what it wrote can be seen. What is written
 * by later ones is asked for the next time; so a change may come twice, and none is passed over, in whichever order
 * transactions commit.
 */
export type SyncPoint = string;

/** Taken before the first page is read. */
export async function syncPointNow(rows: Rows): Promise<SyncPoint> {
  const [row] = await rows.rows<{ point: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as point',
  );
  return row?.point ?? '0';
}

/** @param list whose token it is: that of another list is none */
export const syncTokenOf = (list: string, point: SyncPoint): string => cursorOf(['sync', list, point]);

/**
 * The point that a token names.
 * @throws Problem 400 for a token that is not ours; 410 `sync.token-unknown` for one of a database that was put back
 */
export function syncPointIn(list: string, token: string, now: SyncPoint): SyncPoint {
  const [kind, of, point] = afterCursor(token, 3, '?updatedSince') ?? [];
  if (kind !== 'sync' || of !== list || typeof point !== 'string') afterCursor('.', 3, '?updatedSince');
  if (BigInt(String(point)) > BigInt(now)) throw new Problem(410, 'sync.token-unknown');
  return String(point);
}
