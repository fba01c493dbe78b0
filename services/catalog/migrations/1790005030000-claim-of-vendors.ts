import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was short, damaged or wrong is claimed of the vendor and followed until it is settled. Volumes that are settled with
 * money will not come any more: `settled` of the line of the order.
 */
export class ClaimOfVendors1790005030000 implements MigrationInterface {
  readonly name = 'ClaimOfVendors1790005030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table purchase_order_line
        add column settled int not null default 0 check (settled >= 0),
        drop constraint purchase_order_line_not_overfilled,
        add constraint purchase_order_line_not_overfilled check (arriving + accepted + settled <= quantity);

      create table vendor_claim (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        delivery_id uuid not null,
        line_number int not null,
        fault text not null check (fault in ('short', 'damaged', 'wrong')),
        volumes int not null check (volumes >= 1),
        vendor text not null,
        status text not null check (status in ('open', 'answered', 'settled', 'withdrawn')),
        opened_on date not null,
        answer text,
        outcome text check (outcome in ('replacement', 'credit', 'refund')),
        amount_fen int check (amount_fen >= 1),
        document_number text,
        replacement_id uuid references delivery,
        ended_on date,
        foreign key (delivery_id, line_number) references delivery_line (delivery_id, number),
        check ((status in ('settled', 'withdrawn')) = (ended_on is not null)),
        check ((status = 'settled') = (outcome is not null)),
        check ((coalesce(outcome, 'replacement') = 'replacement') = (amount_fen is null)),
        check ((outcome is not distinct from 'replacement') = (replacement_id is not null))
      );
      -- A fault of a line is claimed once, unless the claim was withdrawn.
      create unique index vendor_claim_once on vendor_claim (delivery_id, line_number, fault) where status <> 'withdrawn';
      create index vendor_claim_of_school on vendor_claim (school_id, id);
      create index vendor_claim_open on vendor_claim (school_id, vendor, opened_on) where status in ('open', 'answered');
      create index vendor_claim_by_replacement on vendor_claim (replacement_id) where replacement_id is not null;

      create table vendor_claim_step (
        claim_id uuid not null references vendor_claim,
        version int not null,
        action text not null check (action in ('open', 'answer', 'settle', 'withdraw', 'reopen')),
        on_day date not null,
        by_whom text not null,
        note text,
        primary key (claim_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table vendor_claim_step, vendor_claim;
      alter table purchase_order_line
        drop constraint purchase_order_line_not_overfilled,
        drop column settled,
        add constraint purchase_order_line_not_overfilled check (arriving + accepted <= quantity);
    `);
  }
}
