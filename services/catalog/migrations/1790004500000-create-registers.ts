import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The registers of a school: lines that are only ever added, one for each movement of the stock, in batches (a line of
 * the summary register each), in periods. Copies that are there already get their lines in the next migration.
 */
export class CreateRegisters1790004500000 implements MigrationInterface {
  readonly name = 'CreateRegisters1790004500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What comes next in the books of a school. Locked last in a transaction, and to its end: numbers have no gap.
      create table register (
        school_id uuid primary key,
        next_line int not null default 1 check (next_line >= 1),
        next_batch int not null default 1 check (next_batch >= 1),
        period int not null default 1 check (period >= 1)
      );
      create table register_batch (
        school_id uuid not null,
        number int not null check (number >= 1),
        period int not null,
        day date not null,
        side text not null check (side in ('in', 'out', 'value')),
        -- Where the copies came from, or why they left.
        source text not null,
        document_number text,
        import_id uuid,
        primary key (school_id, number),
        constraint register_batch_once unique nulls not distinct
          (school_id, period, day, side, source, document_number, import_id)
      );
      create table register_line (
        school_id uuid not null,
        number int not null check (number >= 1),
        batch int not null,
        period int not null,
        day date not null,
        kind text not null check (kind in ('accession', 'withdrawal', 'reprice', 'correction')),
        copy_id uuid not null references copy,
        title_id uuid not null,
        volumes smallint not null,
        -- Plus one with the first copy of a title in its main class in the school, minus one with the last.
        titles smallint not null,
        fen int not null,
        -- As the copy was classed when the line was written.
        clc text,
        main_class text not null generated always as
          (case when clc ~ '^[A-KN-VXZ]' then left(clc, 1) else '-' end) stored,
        corrects int,
        note text,
        by_whom text,
        primary key (school_id, number),
        foreign key (school_id, corrects) references register_line,
        check (volumes = case kind when 'accession' then 1 when 'withdrawal' then -1 else 0 end),
        check (titles = 0 or titles = volumes),
        check (case kind when 'accession' then fen >= 0 when 'withdrawal' then fen <= 0 else true end),
        check ((kind = 'correction') = (corrects is not null))
      );
      create function refuse_to_edit_lines() returns trigger language plpgsql as $$
      begin
        raise exception 'lines of the registers are never edited: a correction is a line of its own';
      end $$;
      create trigger register_line_is_only_added before update or delete on register_line
        for each statement execute function refuse_to_edit_lines();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table register_line, register_batch, register;
      drop function refuse_to_edit_lines();
    `);
  }
}
