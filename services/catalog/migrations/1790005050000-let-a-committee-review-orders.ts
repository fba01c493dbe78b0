import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits on the committee of a school and for how long, whether the head waits for it, and what it said of each list. */
export class LetACommitteeReviewOrders1790005050000 implements MigrationInterface {
  readonly name = 'LetACommitteeReviewOrders1790005050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table committee_member (
        id uuid primary key,
        school_id uuid not null,
        kind text not null check (kind in ('expert', 'teacher', 'researcher', 'pupil')),
        -- A reader is an id here; who comes from outside has a name.
        reader_id uuid,
        name text,
        -- By which the member votes without the librarian.
        account_id text,
        starts_on date not null,
        ends_on date not null,
        appointed_by text not null,
        check ((reader_id is null) <> (name is null)),
        check (starts_on <= ends_on)
      );
      create index committee_member_of_school on committee_member (school_id, id);

      create table committee_rule (
        school_id uuid primary key,
        version int not null,
        required boolean not null,
        quorum int not null check (quorum between 1 and 100),
        set_on date not null,
        set_by text not null
      );

      -- Of the list as it was submitted: a list that was changed is reviewed anew.
      create table committee_vote (
        order_id uuid not null references purchase_order,
        order_version int not null,
        member_id uuid not null references committee_member,
        vote text not null check (vote in ('yes', 'no', 'abstain')),
        words text,
        on_day date not null,
        by_whom text not null,
        primary key (order_id, order_version, member_id),
        check (vote <> 'no' or words is not null)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table committee_vote, committee_rule, committee_member');
  }
}
