import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first calendar year of the school year that a day is in, as in `school-class.ts`. */
export class KnowTheSchoolYearOfADay1790005421100 implements MigrationInterface {
  readonly name = 'KnowTheSchoolYearOfADay1790005421100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function school_year_of(day date) returns int language sql immutable parallel safe
        return extract(year from day)::int - case when extract(month from day) < 9 then 1 else 0 end
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function school_year_of');
  }
}
