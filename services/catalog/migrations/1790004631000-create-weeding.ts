import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals to weed copies, each line decided by the head, the whole by the office; and when a copy was last lent. */
export class CreateWeeding1790004631000 implements MigrationInterface {
  readonly name = 'CreateWeeding1790004631000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: never, as far as the catalogue has heard.
      alter table known_lending add column lent_on date;
      create table weeding_proposal (
        id uuid primary key,
        school_id uuid not null,
        name text not null,
        reason text not null check (reason in ('damaged', 'surplus', 'outdated')),
        state text not null default 'proposed'
          check (state in ('proposed', 'reviewed', 'approved', 'done', 'refused', 'cancelled')),
        proposed_on date not null,
        proposed_by text not null,
        reviewed_on date,
        reviewed_by text,
        decided_on date,
        decided_by text,
        document_number text,
        note text,
        check ((state in ('approved', 'done')) <= (document_number is not null))
      );
      create index weeding_proposal_by_school on weeding_proposal (school_id, proposed_on desc, id desc);
      create table weeding_line (
        proposal_id uuid not null references weeding_proposal,
        copy_id uuid not null references copy,
        accession_number int not null,
        state text not null default 'proposed'
          check (state in ('proposed', 'kept', 'approved', 'withdrawn', 'dropped')),
        withdrawn_on date,
        primary key (proposal_id, copy_id)
      );
      create index weeding_line_in_order on weeding_line (proposal_id, accession_number);
      -- A copy stands in one proposal at a time.
      create unique index weeding_line_once on weeding_line (copy_id) where state in ('proposed', 'approved');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table weeding_line, weeding_proposal;
      alter table known_lending drop column lent_on;
    `);
  }
}
