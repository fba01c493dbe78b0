import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Classes are judged by criteria with points; the head of the school decides. */
export class ChooseScholarlyClasses1790005520300 implements MigrationInterface {
  readonly name = 'ChooseScholarlyClasses1790005520300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table class_contest (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        school_year int not null,
        name text not null,
        status text not null check (status in ('open', 'decided')),
        decided_on date,
        decided_by text,
        opened_on date not null,
        opened_by text not null,
        check ((status = 'decided') = (decided_on is not null))
      );
      create unique index class_contest_once on class_contest (school_id, school_year, name);
      create table class_criterion (
        contest_id uuid not null references class_contest,
        code text not null,
        name text not null,
        most_points int not null check (most_points between 1 and 1000),
        source text not null check (source in ('entered', 'loans-per-head', 'notes-per-head')),
        -- how many a head earn all points
        goal_tenths int,
        place int not null,
        primary key (contest_id, code),
        check ((source = 'entered') = (goal_tenths is null))
      );
      create table class_score (
        contest_id uuid not null,
        class_id uuid not null,
        code text not null,
        points int not null check (points >= 0),
        entered_by text not null,
        primary key (contest_id, class_id, code),
        foreign key (contest_id, code) references class_criterion
      );
      create table class_contest_winner (
        id uuid primary key,
        version int not null,
        contest_id uuid not null references class_contest,
        class_id uuid not null,
        unique (contest_id, class_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table class_contest_winner, class_score, class_criterion, class_contest');
  }
}
