import { createHash } from 'node:crypto';
import { statement, type Session } from '@shulian/service-kit';
import type { Count } from './rules/throttle.js';

/** Counts the try before the password is looked at, so that parallel tries cannot be more than the limit. */
const TRY = statement(
  'accounts.try',
  `insert into sign_in_throttle as t (name_hash, failures, since) values ($1, 1, $2)
   on conflict (name_hash) do update set
     failures = case when t.since < $3 or t.locked_until <= $2 then 1 else t.failures + 1 end,
     since = case when t.since < $3 or t.locked_until <= $2 then $2 else t.since end,
     locked_until = case when t.locked_until <= $2 then null
                         when t.locked_until is null and t.since >= $3 and t.failures >= $4 then $5
                         else t.locked_until end
   returning failures, locked_until`,
);

/** Tries to prove who one is, counted under names, places and devices; real time. */
export class TriesRepository {
  constructor(private readonly session: Session) {}

  /** Counts a try; the instant until which none is looked at, or null when it may go on. */
  async lockedUntil({ under, rule }: Count, now: Date): Promise<Date | null> {
    const ms = now.getTime();
    const [row] = await this.session.rows<{ locked_until: Date | null }>(TRY, [
      hashOf(under),
      now,
      new Date(ms - rule.windowMs),
      rule.failures,
      new Date(ms + rule.lockMs),
    ]);
    await this.session.rows('delete from sign_in_throttle where since < $1', [new Date(ms - 86_400_000)]);
    return row?.locked_until ?? null;
  }

  /** Whether it is locked, without counting a try or waiting for those who do. */
  async isLocked({ under }: Count, now: Date): Promise<boolean> {
    const rows = await this.session.rows(
      'select 1 from sign_in_throttle where name_hash = $1 and locked_until > $2',
      [hashOf(under), now],
    );
    return rows.length > 0;
  }

  /** A right password: of the nearest count all are forgotten, of the others this one try. */
  async forget([nearest, ...others]: readonly Count[]): Promise<void> {
    if (nearest !== undefined)
      await this.session.rows('delete from sign_in_throttle where name_hash = $1', [hashOf(nearest.under)]);
    for (const { under } of others)
      await this.session.rows(
        'update sign_in_throttle set failures = greatest(failures - 1, 0) where name_hash = $1',
        [hashOf(under)],
      );
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
