import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Teaching material is quantities and stands in no register: lines of what came, went out, came back and was lost, written once.
 * What is on hand and what each holder has is counted along; the checks keep either from falling below nothing.
 */
export class CountTeachingMaterial1790004930000 implements MigrationInterface {
  readonly name = 'CountTeachingMaterial1790004930000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table teaching_stock (
        school_id uuid not null,
        title_id uuid not null references title,
        on_hand int not null default 0 constraint teaching_stock_on_hand check (on_hand >= 0),
        primary key (school_id, title_id)
      );
      create index teaching_stock_of_title on teaching_stock (title_id);
      create table teaching_holding (
        school_id uuid not null,
        title_id uuid not null references title,
        -- Class, teacher, or the name of an office.
        holder_kind text not null,
        holder text not null,
        quantity int not null constraint teaching_holding_quantity check (quantity >= 0),
        primary key (school_id, holder_kind, holder, title_id)
      );
      create table teaching_line (
        id uuid primary key,
        school_id uuid not null,
        title_id uuid not null references title,
        term_id uuid not null,
        what text not null,
        -- Less than nothing in a counter-line.
        quantity int not null check (quantity <> 0),
        holder_kind text,
        holder text,
        on_day date not null,
        note text,
        by_whom text not null,
        counter_of uuid constraint teaching_line_countered_once unique references teaching_line,
        check ((holder_kind is null) = (holder is null))
      );
      create index teaching_line_of_school on teaching_line (school_id, id);
      create index teaching_line_of_title on teaching_line (school_id, title_id, term_id);
      create index teaching_line_of_term on teaching_line (school_id, term_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table teaching_line, teaching_holding, teaching_stock');
  }
}
