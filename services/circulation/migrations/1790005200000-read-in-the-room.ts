import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A copy is read in the room and comes back before it closes. It lies with the borrower's open loans, and is named beside
 * them, because it counts for no limit of what is at home. Rare modes are found without reading what was taken home.
 */
export class ReadInTheRoom1790005200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table borrower add column in_room_ids uuid[] not null default '{}',
        add check (in_room_ids <@ open_loan_ids);
      create index loan_of_rare_mode on loan (lending_school_id, mode, id) where mode <> 'individual';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index loan_of_rare_mode;
      alter table borrower drop column in_room_ids;
    `);
  }
}
