import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rooms, what they were booked for, who was counted in them, targets, corners and issues of recommended titles. What changes and is
 * asked for as of a past day (rooms, targets, corners) is kept as it was said on each day. Visits are summed like loans, by day and
 * month. Loans to corners and boxes are a kind of their own beside loans to classes, in the sums of classes as well.
 */
export class CountVisitsAndLessons1790005540000 implements MigrationInterface {
  readonly name = 'CountVisitsAndLessons1790005540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_room (
        room_id uuid not null, since date not null, school_id uuid not null, name text not null, purposes text[] not null,
        place text, campus text, department text, seats int, retired_on date, version int not null,
        primary key (room_id, since));
      create index known_room_of_school on known_room (school_id);
      create table known_session (
        session_id uuid primary key, school_id uuid not null, room_id uuid not null, kind text not null, class_id uuid,
        on_day date not null, starts text not null, ends text not null, status text not null, version int not null);
      create index known_session_by_day on known_session (school_id, on_day) where status = 'booked';
      -- One that was taken back keeps its id, so that it does not count when it is told again.
      create table known_visit (
        visit_id uuid primary key, school_id uuid not null, taken_back boolean not null, room_id uuid, session_id uuid,
        on_day date, reader_id uuid, reader_kind text, class_id uuid, persons int, minutes int, version int not null,
        check (taken_back or (room_id, on_day, persons) is not null));
      create index known_visit_of_staff on known_visit (reader_id, on_day)
        where reader_kind in ('teacher', 'staff') and not taken_back;
      create index known_loan_of_staff on known_loan (reader_id, loaned_on)
        where reader_kind in ('teacher', 'staff') and not in_room;
      create table known_target (
        school_id uuid not null, what text not null check (what in ('loans', 'visits')), since date not null,
        targets jsonb not null, version int not null, primary key (school_id, what, since));
      create table known_corner (
        corner_id uuid not null, since date not null, school_id uuid not null, class_id uuid, target int not null,
        closed boolean not null, version int not null, primary key (corner_id, since));
      create index known_corner_of_school on known_corner (school_id);
      create table known_issue (
        issue_id uuid primary key, school_id uuid not null, published_on date not null, title_ids uuid[] not null,
        withdrawn boolean not null, version int not null);
      create index known_issue_by_day on known_issue (school_id, published_on) where not withdrawn;

      -- When a school got its first copy of a title; a copy that was moved to another title was there before.
      create table school_title (
        school_id uuid not null, title_id uuid not null, since date not null, primary key (school_id, title_id));
      create index school_title_by_day on school_title (school_id, since);
      create function know_school_titles() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into school_title as t (school_id, title_id, since)
        select c.school_id, c.title_id, min(least(c.since, f.since))
        from became c left join former_copy f on f.copy_id = c.copy_id and f.school_id = c.school_id
        group by 1, 2 order by 1, 2
        on conflict (school_id, title_id) do update set since = excluded.since where excluded.since < t.since;
        return null;
      end $$;
      create trigger know_school_titles_1 after insert on known_copy referencing new table as became
        for each statement execute function know_school_titles();
      create trigger know_school_titles_2 after update on known_copy referencing new table as became
        for each statement execute function know_school_titles();
      insert into school_title select school_id, title_id, min(since) from copy_span group by 1, 2;

      create function grade_on(section text, entry_year int, day date) returns int language sql immutable as $$
        select case when school_year_of(day) - entry_year between 0 and case section when 'primary' then 5 else 2 end
          then case section when 'primary' then 1 when 'junior' then 7 else 10 end + school_year_of(day) - entry_year end $$;

      -- Class 0: of no class that was said. Who was only counted is a pupil where a class was said, else nobody knows.
      create table visit_sum (
        school_id uuid not null, room_id uuid not null, class_id uuid not null, reader_kind text not null, grain text not null,
        starts_on date not null, visits int not null, in_lessons int not null, minutes int not null,
        primary key (school_id, grain, starts_on, room_id, class_id, reader_kind)) with (fillfactor = 80);
      create view visit_movement as
      select visit_id, school_id, room_id, coalesce(class_id, '00000000-0000-0000-0000-000000000000') as class_id,
             coalesce(reader_kind, case when class_id is null then 'counted' else 'student' end) as reader_kind, on_day as day,
             persons as visits, case when session_id is null then 0 else persons end as in_lessons,
             persons * coalesce(minutes, 0) as minutes
      from known_visit where not taken_back;
      create view visit_sum_anew as
      select school_id, room_id, class_id, reader_kind, g.grain, g.starts_on, sum(visits)::int as visits,
             sum(in_lessons)::int as in_lessons, sum(minutes)::int as minutes
      from visit_movement
      cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
      group by 1, 2, 3, 4, 5, 6;
    `);
    await runner.query(`
      drop view class_sum_anew;
      alter table class_sum add collective int not null default 0, add corner int not null default 0;
      alter table class_sum alter collective drop default, alter corner drop default;
      ${classSums(
        `, (sum(m.loans) filter (where k.reader_kind = 'class'))::int as collective,
               (sum(m.loans) filter (where k.reader_kind = 'corner'))::int as corner`,
        ', coalesce(sum(collective), 0)::int as collective, coalesce(sum(corner), 0)::int as corner',
      )}
    `);
    await runner.query('select make_sums_anew()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view visit_sum_anew, visit_movement;
      drop table visit_sum, known_issue, known_corner, known_target, known_visit, known_session, known_room;
      drop trigger know_school_titles_1 on known_copy;
      drop trigger know_school_titles_2 on known_copy;
      drop function know_school_titles();
      drop table school_title;
      drop index known_loan_of_staff;
      drop function grade_on(text, int, date);
      drop view class_sum_anew;
      alter table class_sum drop collective, drop corner;
      ${classSums('', '')}
      update known_loan set reader_kind = 'class' where reader_kind = 'corner';
      select make_sums_anew();
    `);
  }
}

const classSums = (byMode: string, modes: string): string => `
  create view class_sum_anew as
  with by_day as (
    select k.class_id, m.day, sum(m.loans)::int as loans, sum(m.returns)::int as returns${byMode}
    from known_loan k cross join lateral loan_movements(loaned_on, due_on, closed_on, state, renewed_on, late) m
    where k.class_id is not null and not k.in_room and (m.loans <> 0 or m.returns <> 0) group by 1, 2)
  select class_id, g.grain, g.starts_on, sum(loans)::int as loans, sum(returns)::int as returns${modes}
  from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
  group by 1, 2, 3 having sum(loans) <> 0 or sum(returns) <> 0;
`;
