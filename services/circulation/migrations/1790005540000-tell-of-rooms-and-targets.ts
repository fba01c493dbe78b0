import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms say on which campus they are and to which department they belong; targets of visits get a version, to be told in order. */
export class TellOfRoomsAndTargets1790005540000 implements MigrationInterface {
  readonly name = 'TellOfRoomsAndTargets1790005540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table library_room add column campus text, add column department text;
      create table visit_target_set (school_id uuid primary key, version int not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table visit_target_set;
      alter table library_room drop column campus, drop column department;
    `);
  }
}
