import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came to a school, how it was found, and the copies that it became. */
export class CreateDeliveries1790004612000 implements MigrationInterface {
  readonly name = 'CreateDeliveries1790004612000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delivery (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        source text not null check (source in ('order', 'field-purchase', 'donation')),
        order_id uuid references purchase_order,
        -- Who gave it, or went out and bought it.
        origin text,
        campaign text,
        document_number text,
        arrived_on date not null,
        remark text,
        status text not null check (status in ('checking', 'accepted', 'sent-back')),
        recorded_by text not null,
        settled_on date,
        settled_by text,
        -- Why it was sent back.
        reason text,
        first_accession_number int,
        last_accession_number int,
        check ((source = 'order') = (order_id is not null)),
        check (source = 'order' or origin is not null),
        check ((status = 'checking') = (settled_on is null)),
        check ((status = 'sent-back') = (reason is not null))
      );
      create index delivery_of_school on delivery (school_id, id);
      create index delivery_of_order on delivery (order_id) where order_id is not null;
      create index delivery_accepted on delivery (school_id, settled_on, id) where status = 'accepted';

      create table delivery_line (
        delivery_id uuid not null references delivery,
        number int not null check (number >= 1),
        order_id uuid,
        order_line int,
        review_id uuid not null references suitability_review,
        kind text not null check (kind in ('book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other')),
        unit_price_fen int not null check (unit_price_fen >= 0),
        received int not null check (received between 0 and 500),
        short int not null check (short >= 0),
        damaged int not null check (damaged >= 0),
        wrong int not null check (wrong >= 0),
        remark text,
        -- Of the copies that it became.
        title_id uuid references title,
        first_accession_number int,
        primary key (delivery_id, number),
        foreign key (order_id, order_line) references purchase_order_line (order_id, number),
        check ((order_id is null) = (order_line is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table delivery_line, delivery');
  }
}
