import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Many copies go out by one document and stay in the school's ledger: to a book corner, in a box, to an office. What stands in
 * corners and boxes is named beside the open loans of its borrower, because it counts for no limit of what was taken home.
 */
export class LendInBlocks1790005450000 implements MigrationInterface {
  readonly name = 'LendInBlocks1790005450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table borrower add column block_ids uuid[] not null default '{}',
        add check (block_ids <@ open_loan_ids);

      create table block_manifest (
        id uuid primary key,
        school_id uuid not null,
        purpose text not null check (purpose in ('corner', 'box', 'delivery')),
        -- The corner or the box; a delivery has none.
        target_id uuid,
        reader_id uuid,
        class_id uuid,
        -- Where the copies came from, when not from the library.
        from_id uuid,
        place text,
        copies int not null check (copies >= 1),
        sent_on date not null,
        sent_by text not null,
        due_on date not null check (due_on > sent_on),
        state text not null default 'sent' check (state in ('sent', 'received', 'cancelled')),
        received_on date,
        received_by text,
        handed_to text,
        note text,
        version int not null default 1,
        check (num_nonnulls(reader_id, class_id) = 1),
        check ((purpose = 'delivery') = (target_id is null)),
        check ((state = 'received') = (received_on is not null)),
        check ((received_on is null) = (received_by is null))
      );
      create index block_manifest_by_school on block_manifest (school_id, id);
      create index block_manifest_of_target on block_manifest (target_id, id) where target_id is not null;
      create index block_manifest_of_class on block_manifest (class_id, id) where class_id is not null;

      create table block_line (
        manifest_id uuid not null references block_manifest,
        -- Its place in the list, from 1.
        position int not null check (position >= 1),
        copy_id uuid not null,
        loan_id uuid not null unique references loan,
        -- What whoever received it found different.
        finding text check (finding in ('missing', 'damaged')),
        primary key (manifest_id, position)
      );
    `);
  }

  /** Only without copies in corners and boxes: nobody else has room for them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table block_line, block_manifest;
      alter table borrower drop column block_ids;
    `);
  }
}
