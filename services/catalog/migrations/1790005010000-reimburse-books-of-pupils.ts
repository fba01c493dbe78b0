import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Books that pupils bought and hand in with the invoice and what they thought of them: reimbursed when the head approved it
 * and the book was accepted. Accepted reading notes are known by their ids. Deliveries may come from pupils, and from what
 * the county office buys for its schools.
 */
export class ReimburseBooksOfPupils1790005010000 implements MigrationInterface {
  readonly name = 'ReimburseBooksOfPupils1790005010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_reading_note (
        note_id uuid primary key,
        reader_id uuid not null,
        school_id uuid not null,
        accepted_on date not null
      );

      alter table delivery
        drop constraint delivery_source_check,
        drop constraint delivery_check,
        drop constraint delivery_check1,
        add constraint delivery_source_check
          check (source in ('order', 'field-purchase', 'donation', 'pupil-purchase', 'central-purchase')),
        add constraint delivery_of_an_order check ((source in ('order', 'central-purchase')) = (order_id is not null)),
        add constraint delivery_has_an_origin check (source in ('order', 'central-purchase') or origin is not null);

      create table pupil_book (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        -- A reader is an id here; who it is, readers knows.
        reader_id uuid not null,
        review_id uuid not null references suitability_review,
        price_fen int not null check (price_fen >= 0),
        bought_on date,
        book_handed_in boolean not null,
        invoice_number text,
        -- What the pupil thought of it: an accepted reading note, or a paper that a teacher confirmed.
        note_id uuid,
        paper_reason text,
        paper_confirmed_on date,
        paper_confirmed_by text,
        status text not null check (status in ('handed-in', 'approved', 'refused', 'paid')),
        delivery_id uuid references delivery,
        entered_on date not null,
        entered_by text not null,
        paid_on date,
        receipt_number text,
        check ((paper_reason is null) = (paper_confirmed_on is null) and (paper_reason is null) = (paper_confirmed_by is null)),
        check (status in ('handed-in', 'refused') or (book_handed_in and invoice_number is not null
          and (note_id is not null or paper_reason is not null) and delivery_id is not null)),
        check ((status = 'paid') = (paid_on is not null))
      );
      create index pupil_book_of_school on pupil_book (school_id, id);
      create index pupil_book_paid on pupil_book (school_id, paid_on, id) where status = 'paid';
      create index pupil_book_by_delivery on pupil_book (delivery_id) where delivery_id is not null;
      -- Nothing is paid twice: a note tells of one book, and an invoice names a work of a reader once.
      create unique index pupil_book_note_once on pupil_book (note_id) where note_id is not null and status <> 'refused';
      create unique index pupil_book_invoice_once on pupil_book (school_id, reader_id, invoice_number, review_id)
        where status <> 'refused';

      create table pupil_book_step (
        pupil_book_id uuid not null references pupil_book,
        version int not null,
        action text not null check (action in ('approve', 'refuse', 'pay', 'undo')),
        on_day date not null,
        by_whom text not null,
        remark text,
        primary key (pupil_book_id, version)
      );

      -- What the county bought is not bought by the school.
      create or replace view bought as
      select v.school_id, v.settled_on as on_day, v.id as delivery_id, null::int as batch, l.title_id, l.review_id, l.kind,
        l.received as volumes, l.received::bigint * l.unit_price_fen as fen
      from delivery v join delivery_line l on l.delivery_id = v.id
      where v.status = 'accepted' and v.source not in ('donation', 'central-purchase')
      union all
      select b.school_id, b.bought_on, null, b.number, l.title_id, null, c.kind, l.volumes, l.fen
      from register_batch b
      join register_line l on l.school_id = b.school_id and l.batch = b.number
      join copy c on c.id = l.copy_id
      where b.bought_on is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view bought as
      select v.school_id, v.settled_on as on_day, v.id as delivery_id, null::int as batch, l.title_id, l.review_id, l.kind,
        l.received as volumes, l.received::bigint * l.unit_price_fen as fen
      from delivery v join delivery_line l on l.delivery_id = v.id
      where v.status = 'accepted' and v.source <> 'donation'
      union all
      select b.school_id, b.bought_on, null, b.number, l.title_id, null, c.kind, l.volumes, l.fen
      from register_batch b
      join register_line l on l.school_id = b.school_id and l.batch = b.number
      join copy c on c.id = l.copy_id
      where b.bought_on is not null;
      drop table pupil_book_step, pupil_book, known_reading_note;
      alter table delivery
        drop constraint delivery_source_check,
        drop constraint delivery_of_an_order,
        drop constraint delivery_has_an_origin,
        add constraint delivery_source_check check (source in ('order', 'field-purchase', 'donation')),
        add constraint delivery_check check ((source = 'order') = (order_id is not null)),
        add constraint delivery_check1 check (source = 'order' or origin is not null);
    `);
  }
}
