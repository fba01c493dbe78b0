import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two corners of a grade change books when both classes have agreed (P-12). */
export class SwapBetweenCorners1790005452000 implements MigrationInterface {
  readonly name = 'SwapBetweenCorners1790005452000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table corner_swap (
        id uuid primary key,
        school_id uuid not null,
        corner_id uuid not null references book_corner,
        other_corner_id uuid not null references book_corner check (other_corner_id <> corner_id),
        class_id uuid not null,
        other_class_id uuid not null,
        barcodes text[] not null,
        other_barcodes text[] not null,
        state text not null default 'proposed' check (state in ('proposed', 'refused', 'done', 'undone')),
        proposed_on date not null,
        -- Who agreed for each side.
        agreed_by text,
        other_agreed_by text,
        ended_on date,
        note text,
        check ((state = 'proposed') = (ended_on is null)),
        check (state not in ('done', 'undone') or (agreed_by is not null and other_agreed_by is not null))
      );
      create index corner_swap_by_school on corner_swap (school_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table corner_swap');
  }
}
