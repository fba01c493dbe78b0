import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Books that classes, pupils and others give to a corner: looked at for their content before they stand there (P-54). */
export class GiveBooksToCorners1790005453000 implements MigrationInterface {
  readonly name = 'GiveBooksToCorners1790005453000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table corner_donation (
        id uuid primary key,
        school_id uuid not null,
        corner_id uuid not null references book_corner,
        -- Who gives: a class, a reader, or somebody outside the school by name.
        class_id uuid,
        reader_id uuid,
        giver text,
        title text not null,
        author text,
        occasion text,
        volumes int not null check (volumes between 1 and 1000),
        offered_on date not null,
        state text not null default 'offered' check (state in ('offered', 'accepted', 'refused', 'removed')),
        sound boolean,
        scientific boolean,
        interesting boolean,
        why text,
        vetted_on date,
        vetted_by text,
        version int not null default 1,
        check (num_nonnulls(class_id, reader_id, giver) = 1),
        check ((state = 'offered') = (vetted_on is null)),
        check (state <> 'accepted' or (sound and scientific and interesting)),
        check (state <> 'refused' or why is not null)
      );
      create index corner_donation_by_school on corner_donation (school_id, id);
      create index corner_donation_of_corner on corner_donation (corner_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table corner_donation');
  }
}
