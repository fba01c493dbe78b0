import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New titles of a school are read by day, and classes counted, from indexes alone. */
export class BrowseTitles1790004694000 implements MigrationInterface {
  readonly name = 'BrowseTitles1790004694000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index copy_new_in_school on copy (school_id, accessioned_on, title_id) where stock_state <> 'withdrawn';
      create index copy_classed_in_school on copy (school_id, clc text_pattern_ops, title_id) where stock_state <> 'withdrawn';
      create index title_classed on title (clc text_pattern_ops) where merged_into is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index title_classed, copy_classed_in_school, copy_new_in_school');
  }
}
