import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was claimed of the vendor because it did not come, and what became of it. */
export class ClaimMissingIssues1790004743000 implements MigrationInterface {
  readonly name = 'ClaimMissingIssues1790004743000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table serial_claim (
        id uuid primary key,
        school_id uuid not null,
        issue_id uuid not null references serial_issue,
        copies int not null check (copies > 0),
        state text not null default 'claimed' check (state in ('claimed', 'replaced', 'refunded', 'given-up')),
        vendor_id uuid references vendor,
        note text,
        times int not null default 1,
        claimed_on date not null,
        last_claimed_on date not null,
        claimed_by text not null,
        ended_on date,
        ended_by text,
        refund_fen int,
        constraint serial_claim_once unique (school_id, issue_id),
        check ((state = 'claimed') = (ended_on is null)),
        check ((state = 'refunded') = (refund_fen is not null))
      );
      create index serial_claim_of_issue on serial_claim (issue_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table serial_claim');
  }
}
