import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A past period shows the stock, the readers and the names of that period: what is known has the day since which it
 * holds, and what held before is kept beside it, from its first day to the day before `until`.
 *
 * Rows of before this migration do not say since when: they hold since the day in their id, which is the day they were
 * first told of. Days of renewals are not known of them. Only reading the log again tells all (`npm run replay -- reporting`).
 */
export class KnowSinceWhen1790002901000 implements MigrationInterface {
  readonly name = 'KnowSinceWhen1790002901000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function day_of_id(id uuid) returns date language sql immutable as
        $$ select coalesce((uuid_extract_timestamp(id) at time zone 'Asia/Shanghai')::date, date '1900-01-01') $$;

      alter table known_school add since date;
      update known_school set since = day_of_id(school_id);
      alter table known_school alter since set not null;
      create table former_school (
        school_id uuid not null, since date not null, until date not null, code text not null, name text not null,
        kind text not null, primary key (school_id, since), check (since < until));

      alter table known_class add since date, drop name;
      update known_class set since = day_of_id(class_id);
      alter table known_class alter since set not null;
      create table former_class (
        class_id uuid not null, since date not null, until date not null, section text not null,
        entry_year int not null, class_no int not null, primary key (class_id, since), check (since < until));

      alter table known_reader add since date;
      update known_reader set since = day_of_id(reader_id);
      alter table known_reader alter since set not null;
      create index known_reader_of_class on known_reader (class_id);
      create table former_reader (
        reader_id uuid not null, since date not null, until date not null, school_id uuid not null, kind text not null,
        class_id uuid, primary key (reader_id, since), check (since < until));
      create index former_reader_of_school on former_reader (school_id);
      create index former_reader_of_class on former_reader (class_id);

      alter table known_copy add since date, add until date;
      update known_copy set since = day_of_id(copy_id), until = case when withdrawn then day_of_id(copy_id) end;
      alter table known_copy alter since set not null, drop withdrawn,
        add main_class text not null generated always as
          (coalesce(substring(upper(normalize(clc, nfkc)) from '^\\s*[\\[{(]*([A-Z])'), '?')) stored;
      create index known_copy_of_title on known_copy (title_id);
      create table former_copy (
        copy_id uuid not null, since date not null, until date not null, school_id uuid not null,
        title_id uuid not null, main_class text not null, price_fen bigint, primary key (copy_id, since),
        check (since < until));
      create index former_copy_of_title on former_copy (title_id);

      drop index lost_copy_now;
      alter table lost_copy alter lost type datemultirange using
        case when lost then datemultirange(daterange(day_of_id(copy_id), null)) else '{}' end;

      drop index known_loan_open, known_loan_by_day;
      alter table known_loan add since date, add renewed_on date[], add late datemultirange;
      update known_loan set since = loaned_on;
      alter table known_loan alter since set not null;

      drop function day_of_id(uuid);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_loan drop since, drop renewed_on, drop late;
      create index known_loan_open on known_loan (lending_school_id, due_on) where state = 'open';
      create index known_loan_by_day on known_loan (lending_school_id, loaned_on, reader_id);
      alter table lost_copy alter lost type boolean using upper_inf(lost);
      create index lost_copy_now on lost_copy (copy_id) where lost;
      drop index known_copy_of_title;
      alter table known_copy drop main_class, add withdrawn boolean not null default false;
      update known_copy set withdrawn = until is not null;
      alter table known_copy drop since, drop until;
      create index known_copy_of_school on known_copy (school_id, title_id) where not withdrawn;
      create index known_copy_of_title on known_copy (title_id) where not withdrawn;
      drop index known_reader_of_class;
      alter table known_reader drop since;
      alter table known_class drop since, add name text not null default '';
      alter table known_school drop since;
      drop table former_copy, former_reader, former_class, former_school;
    `);
  }
}
