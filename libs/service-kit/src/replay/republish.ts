import type { Rows } from '../database/session.js';

/**
 * Marks sent events as unsent, so that the relay posts them again: when the log lost what it had acknowledged, or the
 * database came back from a backup. Safe at any time, since every inbox knows what it has digested.
 * @param since events that occurred at this instant (RFC 3339) or later; the outbox keeps seven days
 * @returns how many will be sent again
 */
export async function republishSince(rows: Rows, since: string): Promise<number> {
  const marked = await rows.rows(
    `update outbox set published_at = null where published_at is not null and occurred_at >= $1 returning 1`,
    [since],
  );
  return marked.length;
}
