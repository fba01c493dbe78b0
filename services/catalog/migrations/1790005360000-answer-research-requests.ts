import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics for which teachers and pupils ask the library for material, and what it found. Who asked is an account, no name. */
export class AnswerResearchRequests1790005360000 implements MigrationInterface {
  readonly name = 'AnswerResearchRequests1790005360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table research_request (
        id uuid primary key,
        school_id uuid not null,
        topic text not null,
        about text,
        asker text not null check (asker in ('teacher', 'reader', 'staff')),
        asked_by text not null,
        asked_on date not null,
        needed_by date,
        status text not null check (status in ('open', 'answered', 'declined')),
        words text,
        settled_on date,
        settled_by text,
        check ((status = 'open') = (settled_on is null))
      );
      create index research_request_by_school on research_request (school_id, asked_on desc, id desc);
      create index research_request_by_asker on research_request (asked_by, asked_on desc, id desc);
      create table research_material (
        request_id uuid not null references research_request on delete cascade,
        position int not null check (position >= 1),
        title_id uuid references title,
        words text,
        link text,
        primary key (request_id, position),
        check (title_id is not null or words is not null or link is not null)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table research_material, research_request');
  }
}
