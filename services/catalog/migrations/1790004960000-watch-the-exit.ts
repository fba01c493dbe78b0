import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What passed the exit of a school without being lent (CAT-117), and what came of it. No reader stands here. */
export class WatchTheExit1790004960000 implements MigrationInterface {
  readonly name = 'WatchTheExit1790004960000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table gate_alarm (
        id uuid primary key,
        school_id uuid not null,
        barcode text not null,
        -- Null: nobody knows the barcode.
        copy_id uuid references copy,
        why text not null,
        raised_at timestamptz not null,
        outcome text,
        note text,
        settled_on date,
        settled_by text,
        check ((outcome is null) = (settled_on is null))
      );
      create index gate_alarm_of_school on gate_alarm (school_id, id);
      create index gate_alarm_open on gate_alarm (school_id, id) where outcome is null;
      create index gate_alarm_of_copy on gate_alarm (copy_id) where copy_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table gate_alarm');
  }
}
