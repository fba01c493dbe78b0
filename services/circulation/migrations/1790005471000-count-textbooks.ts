import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every movement of textbooks is a line, written once. What is on hand and what each class, reader or group has is counted along;
 * the checks keep either from falling below nothing, however many write at once.
 */
export class CountTextbooks1790005471000 implements MigrationInterface {
  readonly name = 'CountTextbooks1790005471000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table textbook_stock (
        school_id uuid not null,
        textbook_id uuid not null references textbook,
        on_hand int not null default 0 constraint textbook_stock_on_hand check (on_hand >= 0),
        primary key (school_id, textbook_id)
      );
      create table textbook_holding (
        school_id uuid not null,
        textbook_id uuid not null references textbook,
        -- A class or a reader by id, a grade department, lesson group or office by its name.
        holder_kind text not null,
        holder text not null,
        quantity int not null constraint textbook_holding_quantity check (quantity >= 0),
        primary key (school_id, holder_kind, holder, textbook_id)
      );
      create table textbook_line (
        id uuid primary key,
        school_id uuid not null,
        textbook_id uuid not null references textbook,
        term_id uuid not null,
        what text not null,
        occasion text,
        -- Less than nothing in a counter-line.
        quantity int not null check (quantity <> 0),
        holder_kind text,
        holder text,
        on_day date not null,
        note text,
        by_whom text not null,
        -- The pack or the delivery that wrote it; null: entered by hand.
        document_id uuid,
        counter_of uuid constraint textbook_line_countered_once unique references textbook_line,
        check ((holder_kind is null) = (holder is null))
      );
      create index textbook_line_of_school on textbook_line (school_id, id);
      create index textbook_line_of_term on textbook_line (school_id, term_id, id);
      create index textbook_line_of_textbook on textbook_line (textbook_id);
      create index textbook_line_of_holder on textbook_line (school_id, holder_kind, holder, textbook_id);
      create index textbook_line_of_document on textbook_line (document_id) where document_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table textbook_line, textbook_holding, textbook_stock');
  }
}
