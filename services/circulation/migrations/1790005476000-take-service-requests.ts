import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What readers ask of the library besides loans: documents from elsewhere, photocopies, reference, a topic followed for them; with
 * the promise, every answer, and what became of it.
 */
export class TakeServiceRequests1790005476000 implements MigrationInterface {
  readonly name = 'TakeServiceRequests1790005476000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_request (
        id uuid primary key,
        school_id uuid not null,
        kind text not null,
        subject text not null,
        details text,
        -- Null: somebody without a card asked by an account.
        reader_id uuid,
        asked_by text not null,
        asked_on date not null,
        needed_by date,
        due_on date,
        status text not null check (status in ('open', 'answered', 'closed', 'declined', 'withdrawn')),
        -- Why it was declined or withdrawn.
        why text,
        fate text,
        ended_on date,
        check ((fate is not null) = (status = 'closed')),
        check ((ended_on is not null) = (status in ('closed', 'declined', 'withdrawn')))
      );
      create index service_request_of_school on service_request (school_id, id);
      create index service_request_of_day on service_request (school_id, asked_on);
      create index service_request_of_reader on service_request (reader_id, id) where reader_id is not null;
      create index service_request_of_account on service_request (asked_by, id);
      create table service_answer (
        id uuid primary key,
        request_id uuid not null references service_request,
        on_day date not null,
        words text,
        -- Another library, a supplier of documents.
        partner text,
        -- Documents, copies, pages, titles.
        items int not null check (items >= 0),
        by_whom text not null,
        taken_back bool not null default false
      );
      create index service_answer_of_request on service_answer (request_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_answer, service_request');
  }
}
