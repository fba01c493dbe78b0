import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a school thinks of works before it gets them: who looked, for whom they are, and what was taken back. */
export class CreateSuitabilityReviews1790004610000 implements MigrationInterface {
  readonly name = 'CreateSuitabilityReviews1790004610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table suitability_review (
        id uuid primary key,
        school_id uuid not null,
        -- The work: a title of the county where it is one already, else what is printed on it.
        title_id uuid references title,
        isbn text,
        name text not null,
        -- The name folded as a question is, to be found among the titles.
        name_key text not null,
        contributor text,
        publisher text,
        clc text,
        verdict text not null check (verdict in ('suitable', 'unsuitable')),
        audience text not null check (audience in ('pupils', 'teachers')),
        first_grade smallint check (first_grade between 1 and 12),
        last_grade smallint check (last_grade between 1 and 12),
        reviewer text not null,
        remark text,
        reviewed_on date not null,
        reviewed_by text not null,
        retracted_on date,
        retracted_by text,
        retraction_reason text,
        check ((first_grade is null) = (last_grade is null)),
        check (first_grade <= last_grade),
        check (verdict = 'unsuitable' or audience = 'teachers' or first_grade is not null),
        check ((retracted_on is null) = (retraction_reason is null) and (retracted_on is null) = (retracted_by is null))
      );
      create index suitability_review_of_school on suitability_review (school_id, id);
      create index suitability_review_by_title on suitability_review (title_id, school_id) where title_id is not null;
      create index suitability_review_by_isbn on suitability_review (isbn, school_id) where isbn is not null;
      create index suitability_review_by_name on suitability_review (name_key, school_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table suitability_review');
  }
}
