import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds of awards: reading stars, superlatives, class librarians, the incentive programme. */
export class HoldAwardRounds1790005520200 implements MigrationInterface {
  readonly name = 'HoldAwardRounds1790005520200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table award_round (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        programme text not null check (programme in ('reading-star', 'superlative', 'class-librarian', 'incentive')),
        name text not null,
        starts_on date not null,
        ends_on date not null,
        -- among whom the places are counted
        per text not null check (per in ('class', 'grade', 'school')),
        places int not null check (places >= 1),
        prize text,
        -- of the incentive programme
        least_notes int not null,
        least_excerpts int not null,
        least_quiz_points int not null,
        status text not null check (status in ('open', 'published', 'taken-back')),
        published_on date,
        opened_on date not null,
        opened_by text not null,
        check (ends_on >= starts_on),
        check (status = 'open' or published_on is not null)
      );
      create index award_round_of_school on award_round (school_id, id desc);
      create table award_category (
        round_id uuid not null references award_round on delete cascade,
        code text not null,
        name text not null,
        place int not null,
        primary key (round_id, code)
      );
      create table award (
        id uuid primary key,
        version int not null,
        round_id uuid not null references award_round,
        school_id uuid not null,
        category text,
        reader_id uuid not null,
        class_id uuid,
        grade int,
        reason text,
        granted_on date,
        prize_issued_on date,
        chosen_on date not null,
        chosen_by text not null
      );
      create unique index award_once on award (round_id, reader_id, category) nulls not distinct;
      create index award_of_round on award (round_id, id);
      create index award_of_reader on award (reader_id, id);
      create table quiz_result (
        round_id uuid not null references award_round,
        reader_id uuid not null,
        month date not null,
        points int not null check (points between 0 and 1000),
        entered_by text not null,
        primary key (round_id, reader_id, month)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table quiz_result, award, award_category, award_round');
  }
}
