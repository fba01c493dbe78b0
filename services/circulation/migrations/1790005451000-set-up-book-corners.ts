import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corners with books of the school: one in each classroom, some outside the classrooms of a grade, open galleries of a grade. */
export class SetUpBookCorners1790005451000 implements MigrationInterface {
  readonly name = 'SetUpBookCorners1790005451000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table book_corner (
        id uuid primary key,
        school_id uuid not null,
        kind text not null check (kind in ('class', 'grade', 'gallery')),
        -- The class whose corner it is, or which answers for that of its grade.
        class_id uuid not null,
        -- Of a corner of a grade; that of a class follows from the class.
        grade int check (grade between 1 and 12),
        name text not null,
        place text,
        -- The pupil who keeps it.
        reader_id uuid,
        -- Volumes a term (P-11).
        target int not null check (target >= 0),
        closed boolean not null default false,
        version int not null default 1,
        check ((kind = 'class') = (grade is null))
      );
      create index book_corner_by_school on book_corner (school_id, name, id);
      create unique index book_corner_of_class on book_corner (class_id) where kind = 'class' and not closed;
      create index book_corner_in_charge on book_corner (class_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book_corner');
  }
}
