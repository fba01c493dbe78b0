import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Titles say what kind of material they are (book, DVD, wall chart …), and carry notes. What stands is told by level and carrier,
 * as far as they tell it; the others stay open until somebody says it.
 */
export class TellKindsOfMaterial1790004900000 implements MigrationInterface {
  readonly name = 'TellKindsOfMaterial1790004900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table title add kind text, add notes text[] not null default '{}';
      update title set kind = case
        when carrier = 'electronic' then 'electronic'
        when carrier = 'kit' then 'kit'
        when carrier = 'print' and level = 'serial' then 'periodical'
        when carrier in ('print', 'manuscript', 'braille', 'music') then 'book' end;
      create index title_of_kind on title (kind, entry_order) where merged_into is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index title_of_kind; alter table title drop kind, drop notes;');
  }
}
