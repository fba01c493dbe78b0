import type { CalendarDay } from '@shulian/contracts/ids';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Rows } from '../database/session.js';

/** Which work of a day was done for which day, by whichever instance; see `OncePerDay`. */
export abstract class CreateDailyRuns implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table daily_run (
        name text primary key,
        done_for date,
        held_by uuid,
        held_until timestamptz,
        failures int not null default 0
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table daily_run');
  }
}

/** How long an instance may be silent about the work it does. */
const LEASE = `interval '60 seconds'`;
const LONGEST_PAUSE = `interval '1 hour'`;

/** The leases of the works of a day, by real time of the database; the day is that of the domain's clock. */
export class DailyRuns {
  constructor(
    private readonly rows: Rows,
    private readonly holder: string,
  ) {}

  /**
   * Whether this instance does the work of the day. A day before the last one is over with: the clock of another
   * instance is a little ahead. One far before it is not: a clock that once ran years ahead must not end all work.
   */
  async take(name: string, day: CalendarDay): Promise<boolean> {
    const taken = await this.rows.rows(
      `insert into daily_run as r (name, held_by, held_until)
       values ($1, $2, clock_timestamp() + ${LEASE})
       on conflict (name) do update set held_by = $2, held_until = clock_timestamp() + ${LEASE}
       where (r.done_for is null or r.done_for < $3::date or r.done_for > $3::date + 1)
         and (r.held_until is null or r.held_until < clock_timestamp())
       returning 1`,
      [name, this.holder, day],
    );
    return taken.length > 0;
  }

  /** Whether it was done for the day, or a later one. */
  async isDone(name: string, day: CalendarDay): Promise<boolean> {
    const done = await this.rows.rows(
      'select from daily_run where name = $1 and done_for between $2::date and $2::date + 1',
      [name, day],
    );
    return done.length > 0;
  }

  /** False when another instance has it now. */
  async keep(name: string): Promise<boolean> {
    const kept = await this.rows.rows(
      `update daily_run set held_until = clock_timestamp() + ${LEASE} where name = $1 and held_by = $2 returning 1`,
      [name, this.holder],
    );
    return kept.length > 0;
  }

  async done(name: string, day: CalendarDay): Promise<void> {
    await this.rows.rows(
      `update daily_run set done_for = $3, held_by = null, held_until = null, failures = 0
       where name = $1 and held_by = $2`,
      [name, this.holder, day],
    );
  }

  /** To be tried again, by whoever comes: after a pause that grows with the failures. */
  async failed(name: string): Promise<void> {
    await this.rows.rows(
      `update daily_run set held_by = null, failures = failures + 1,
         held_until = clock_timestamp() + least(interval '30 seconds' * 2 ^ least(failures, 10), ${LONGEST_PAUSE})
       where name = $1 and held_by = $2`,
      [name, this.holder],
    );
  }

  /** Given up half-way without fault, as this instance stops: another may go on at once. */
  async release(name: string): Promise<void> {
    await this.rows.rows(
      'update daily_run set held_by = null, held_until = null where name = $1 and held_by = $2',
      [name, this.holder],
    );
  }
}
