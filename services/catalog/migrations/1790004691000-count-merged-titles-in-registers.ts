import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A correction may count titles, too: where two titles of a school become one, or one becomes two again. */
export class CountMergedTitlesInRegisters1790004691000 implements MigrationInterface {
  readonly name = 'CountMergedTitlesInRegisters1790004691000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table register_line
        drop constraint register_line_check1,
        add constraint register_line_titles check
          (titles = 0 or titles = volumes or (kind = 'correction' and titles between -1 and 1));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table register_line
        drop constraint register_line_titles,
        add constraint register_line_check1 check (titles = 0 or titles = volumes);
    `);
  }
}
