import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contests from their plan to their summary: what they take, who judges, what was handed in, scores and prizes. */
export class HoldContests1790005510000 implements MigrationInterface {
  readonly name = 'HoldContests1790005510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contest_type (
        school_id uuid not null,
        code text not null,
        zh text not null,
        en text not null,
        takes text not null check (takes in ('works', 'papers', 'notes')),
        retired boolean not null default false,
        primary key (school_id, code)
      );
      create table contest_series (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        every text not null check (every in ('month', 'year')),
        rhythm jsonb not null,
        only_in_term boolean not null,
        template jsonb not null,
        ended boolean not null,
        made_on date not null,
        made_by text not null
      );
      create index contest_series_of_school on contest_series (school_id, id);
      create table contest (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        series_id uuid references contest_series,
        period text,
        name text not null,
        type text not null,
        theme text,
        organisers text[] not null check (cardinality(organisers) > 0),
        takes text not null check (takes in ('works', 'papers', 'notes')),
        per text not null check (per in ('reader', 'class')),
        compulsory boolean not null,
        grades int[] not null,
        for_pupils boolean not null,
        for_teachers boolean not null,
        takes_text boolean not null,
        takes_files boolean not null,
        takes_paper boolean not null,
        opens_on date not null,
        due_on date not null,
        due_time text not null,
        judged_by date,
        publishes_on date,
        plan text,
        rule text,
        ranked_by text not null check (ranked_by in ('school', 'grade', 'class')),
        scores_needed int,
        quotas jsonb not null,
        questions int[] not null,
        minutes int,
        notes jsonb,
        status text not null
          check (status in ('planned', 'open', 'closed', 'judged', 'published', 'summarised', 'cancelled')),
        reason text,
        commendation jsonb,
        summary text,
        published_on date,
        last_number int not null default 0,
        planned_on date not null,
        planned_by text not null,
        check (due_on >= opens_on),
        check ((takes = 'notes') = (notes is not null)),
        check ((status in ('published', 'summarised')) = (published_on is not null)),
        check (status <> 'summarised' or (commendation is not null and summary is not null))
      );
      create index contest_of_school on contest (school_id, id);
      create index contest_published on contest (school_id, published_on, id) where published_on is not null;
      -- A series has one contest of a period, whoever makes it.
      create unique index contest_once_of_period on contest (series_id, period) where series_id is not null;
      create table contest_judge (
        id uuid primary key,
        contest_id uuid not null references contest,
        account text,
        reader_id uuid,
        class_ids uuid[] not null,
        check (account is not null or reader_id is not null)
      );
      create unique index contest_judge_by_account on contest_judge (contest_id, account) where account is not null;
      create unique index contest_judge_by_reader on contest_judge (contest_id, reader_id) where reader_id is not null;
      create table contest_entry (
        id uuid primary key,
        version int not null,
        contest_id uuid not null references contest,
        school_id uuid not null,
        number int not null,
        reader_id uuid,
        class_id uuid,
        grade int,
        title text,
        text text,
        on_paper boolean not null,
        note_id uuid references reading_note,
        status text not null check (status in ('handed-in', 'withdrawn')),
        handed_in_at timestamptz not null,
        handed_in_by text not null,
        hundredths int,
        place int,
        tied boolean,
        level text check (level in ('first', 'second', 'third', 'excellence')),
        unique (contest_id, number),
        check (reader_id is not null or class_id is not null),
        check ((place is null) = (hundredths is null))
      );
      -- One work of each pupil, or of each class; of notes, each note once.
      create unique index contest_entry_of_reader on contest_entry (contest_id, reader_id)
        where status = 'handed-in' and note_id is null and reader_id is not null;
      create unique index contest_entry_of_class on contest_entry (contest_id, class_id)
        where status = 'handed-in' and reader_id is null;
      create unique index contest_entry_of_note on contest_entry (contest_id, note_id)
        where status = 'handed-in' and note_id is not null;
      create index contest_entry_by_class on contest_entry (contest_id, class_id, id);
      create index contest_entry_by_reader on contest_entry (reader_id, id) where reader_id is not null;
      create table contest_entry_file (
        id uuid primary key,
        entry_id uuid not null references contest_entry,
        file_id uuid not null,
        name text not null,
        media_type text not null,
        size int not null
      );
      create index contest_entry_file_of_entry on contest_entry_file (entry_id, id);
      create table contest_score (
        entry_id uuid not null references contest_entry,
        judge_id uuid not null references contest_judge,
        tenths int not null check (tenths between 0 and 1000),
        points int[],
        remark text,
        entered_by text not null,
        entered_at timestamptz not null,
        primary key (entry_id, judge_id)
      );
      create index contest_score_of_judge on contest_score (judge_id);
      create table contest_prize (
        id uuid primary key,
        version int not null,
        contest_id uuid not null references contest,
        entry_id uuid not null unique references contest_entry,
        school_id uuid not null,
        reader_id uuid,
        class_id uuid,
        level text not null check (level in ('first', 'second', 'third', 'excellence')),
        place int not null,
        certificate text not null,
        status text not null check (status in ('granted', 'withdrawn')),
        granted_on date not null,
        unique (school_id, certificate)
      );
      create index contest_prize_of_contest on contest_prize (contest_id, id);
      create table contest_certificate_year (
        school_id uuid not null,
        year int not null,
        last_number int not null,
        primary key (school_id, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table contest_certificate_year, contest_prize, contest_score, contest_entry_file, contest_entry, contest_judge, contest,
         contest_series, contest_type`,
    );
  }
}
