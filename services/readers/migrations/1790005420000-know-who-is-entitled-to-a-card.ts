import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which grades and kinds of readers a school gives cards to (RDR-004, P-35); a school without a row gives them to everybody.
 * The grade of a class and whether a reader is here follow from the day of asking, as in `school-class.ts`.
 */
export class KnowWhoIsEntitledToACard1790005420000 implements MigrationInterface {
  readonly name = 'KnowWhoIsEntitledToACard1790005420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table card_policy (
        school_id uuid primary key references school,
        grades int[],
        kinds text[] not null,
        version int not null,
        changed_on date not null,
        changed_by text not null
      );
      create function grade_in(section text, entry_year int, school_year int) returns int
        language sql immutable parallel safe
        return case
          when school_year between entry_year and entry_year + case section when 'primary' then 5 else 2 end
          then school_year - entry_year + 1 + case section when 'primary' then 0 when 'junior' then 6 else 9 end end;
      create function is_here(kind text, left_on date, section text, entry_year int, school_year int) returns boolean
        language sql immutable parallel safe
        return left_on is null and (kind <> 'student' or section is null
          or school_year < entry_year + case section when 'primary' then 6 else 3 end);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function is_here;
      drop function grade_in;
      drop table card_policy;
    `);
  }
}
