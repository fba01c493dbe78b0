import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A card may hold to a day, for who is here for a while or waits for a new one. Active cards are counted by school. */
export class LetCardsBeTemporary1790005420100 implements MigrationInterface {
  readonly name = 'LetCardsBeTemporary1790005420100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table card add column valid_until date;
      create index card_active_of_school on card (school_id, reader_id) where status = 'active';
      create index card_to_expire on card (valid_until, id) where status = 'active' and valid_until is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index card_to_expire, card_active_of_school;
      alter table card drop column valid_until;
    `);
  }
}
