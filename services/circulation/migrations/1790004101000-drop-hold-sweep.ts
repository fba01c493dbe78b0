import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sweep of holds has its lease in `daily_run`, as all work of a day. */
export class DropHoldSweep1790004101000 implements MigrationInterface {
  readonly name = 'DropHoldSweep1790004101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into daily_run (name, done_for) select 'expire-holds', done_for from hold_sweep where done_for is not null;
      drop table hold_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hold_sweep (
        one bool primary key default true check (one),
        done_for date,
        held_by uuid,
        held_until timestamptz
      );
      insert into hold_sweep (done_for) values ((select done_for from daily_run where name = 'expire-holds'));
    `);
  }
}
