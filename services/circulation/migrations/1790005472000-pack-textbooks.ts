import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one class, person or group is to get on a day: planned, sorted and counted, issued, checked by who received it. Each step
 * keeps its own quantity, so that differences can be seen afterwards.
 */
export class PackTextbooks1790005472000 implements MigrationInterface {
  readonly name = 'PackTextbooks1790005472000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table textbook_pack (
        id uuid primary key,
        school_id uuid not null,
        term_id uuid not null,
        occasion text not null,
        holder_kind text not null,
        holder text not null,
        -- Of a class, as it was planned.
        grade int,
        pupils int,
        hand_out_on date not null,
        status text not null check (status in ('planned', 'packed', 'issued', 'checked')),
        issued_on date,
        checked_on date,
        checked_by text,
        note text,
        check ((issued_on is null) = (status in ('planned', 'packed')))
      );
      create index textbook_pack_of_term on textbook_pack (school_id, term_id, id);
      -- A class has one pack for each day of registration or early issue, however often it is planned.
      create unique index textbook_pack_of_plan on textbook_pack (school_id, term_id, occasion, hand_out_on, holder)
        where occasion in ('registration', 'early');
      create table textbook_pack_line (
        pack_id uuid not null references textbook_pack on delete cascade,
        textbook_id uuid not null references textbook,
        planned int not null check (planned >= 0),
        counted int check (counted >= 0),
        received int check (received >= 0),
        primary key (pack_id, textbook_id)
      );
      create index textbook_pack_line_of_textbook on textbook_pack_line (textbook_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table textbook_pack_line, textbook_pack');
  }
}
