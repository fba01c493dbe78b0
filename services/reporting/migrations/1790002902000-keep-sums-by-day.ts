import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures and reports answer from sums by day and by month (ADR 0016): what changed on each day, so that any day can be
 * shown as it stood. What counts where is said once, in the views that end on `_anew`; the consumers add the difference
 * that a fact makes, read from the same views and functions, and `make_sums_anew()` makes all sums from the known rows.
 */
export class KeepSumsByDay1790002902000 implements MigrationInterface {
  readonly name = 'KeepSumsByDay1790002902000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(ofLoans);
    await runner.query(ofReaders);
    await runner.query(ofStock);
    await runner.query(anew);
    await runner.query('drop table lending_day; select make_sums_anew()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function make_sums_anew(), differing_sums(), day_pieces(date, date);
      drop view lending_sum_anew, class_sum_anew, borrower_year_anew, reader_sum_anew, stock_sum_anew, stock_change,
        copy_change, copy_span, reader_change, reader_span;
      drop function loan_movements(date, date, date, text, date[], datemultirange), school_year_of(date), graduation_of(text, int);
      drop table lending_sum, class_sum, borrower_year, reader_sum, stock_sum;
      create table lending_day (
        school_id uuid not null, day date not null, reader_kind text not null, class_id uuid not null,
        main_class text not null, loans int not null default 0, renewals int not null default 0,
        returns int not null default 0, losses int not null default 0,
        primary key (school_id, day, reader_kind, class_id, main_class));
      create index lending_day_by_day on lending_day (day);
    `);
  }
}

/**
 * `grain` is `day` or `month`, `starts_on` the day or the first of the month. `late` is what became overdue on the day,
 * less what ceased to be. In `stock_sum` school 0 is the county and main class `*` is all of them: titles of a whole are
 * not the sum of the titles of its parts.
 */
const tables = `
  create table lending_sum (
    school_id uuid not null, reader_kind text not null, grain text not null, starts_on date not null,
    loans int not null, renewals int not null, returns int not null, losses int not null, late int not null,
    primary key (school_id, grain, starts_on, reader_kind)) with (fillfactor = 80);
  create table class_sum (
    class_id uuid not null, grain text not null, starts_on date not null, loans int not null, returns int not null,
    primary key (class_id, grain, starts_on)) with (fillfactor = 80);
  create table borrower_year (
    school_year int not null, reader_id uuid not null, days bit(366) not null,
    primary key (school_year, reader_id)) with (fillfactor = 80);
  create table reader_sum (
    school_id uuid not null, reader_kind text not null, grain text not null, starts_on date not null,
    readers int not null, primary key (school_id, grain, starts_on, reader_kind));
  create table stock_sum (
    school_id uuid not null, main_class text not null, grain text not null, starts_on date not null,
    copies int not null, titles int not null, value_fen bigint not null,
    primary key (school_id, main_class, grain, starts_on));

  -- A period as whole months and the days at its edges.
  create function day_pieces(first date, last date) returns table (grain text, starts date, ends date)
    language sql immutable rows 3 as $$
    with month as (
      select date_trunc('month', first + interval '1 month - 1 day')::date as first,
             date_trunc('month', last + interval '1 day')::date as beyond)
    select 'month', month.first, month.beyond - 1 from month where month.first < month.beyond
    union all
    select 'day', day_pieces.first, least(month.first - 1, last) from month
    where day_pieces.first <= least(month.first - 1, last)
    union all
    select 'day', greatest(month.first, month.beyond), last from month
    where greatest(month.first, month.beyond) <= last $$;
`;

const ofLoans = `
  create function school_year_of(day date) returns int language sql immutable as
    $$ select extract(year from day)::int - (extract(month from day) < 9)::int $$;

  -- What a loan counts for, and on which day. Overdue from the day after the due day; the spans of earlier due days are in late.
  create function loan_movements(loaned_on date, due_on date, closed_on date, state text, renewed_on date[], late datemultirange)
    returns table (day date, loans int, renewals int, returns int, losses int, late int)
    language sql immutable rows 3 as $$
    select loaned_on, 1, 0, 0, 0, 0
    union all
    select closed_on, 0, 0, (state = 'returned')::int, (state = 'lost')::int, -(closed_on > due_on + 1)::int
    where closed_on is not null
    union all
    select due_on + 1, 0, 0, 0, 0, 1 where closed_on is null or closed_on > due_on + 1
    union all
    select r, 0, 1, 0, 0, 0 from unnest(renewed_on) r where renewed_on is not null
    union all
    select lower(r), 0, 0, 0, 0, 1 from unnest(loan_movements.late) r where loan_movements.late is not null
    union all
    select upper(r), 0, 0, 0, 0, -1 from unnest(loan_movements.late) r where loan_movements.late is not null $$;

  create view lending_sum_anew as
  with by_day as (
    select k.lending_school_id as school_id, k.reader_kind, m.day, sum(m.loans)::int as loans,
           sum(m.renewals)::int as renewals, sum(m.returns)::int as returns, sum(m.losses)::int as losses,
           sum(m.late)::int as late
    from known_loan k cross join lateral loan_movements(loaned_on, due_on, closed_on, state, renewed_on, late) m group by 1, 2, 3)
  select school_id, reader_kind, g.grain, g.starts_on, sum(loans)::int as loans, sum(renewals)::int as renewals,
         sum(returns)::int as returns, sum(losses)::int as losses, sum(late)::int as late
  from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
  group by 1, 2, 3, 4
  having sum(loans) <> 0 or sum(renewals) <> 0 or sum(returns) <> 0 or sum(losses) <> 0 or sum(late) <> 0;

  create view class_sum_anew as
  with by_day as (
    select k.class_id, m.day, sum(m.loans)::int as loans, sum(m.returns)::int as returns
    from known_loan k cross join lateral loan_movements(loaned_on, due_on, closed_on, state, renewed_on, late) m
    where k.class_id is not null and (m.loans <> 0 or m.returns <> 0) group by 1, 2)
  select class_id, g.grain, g.starts_on, sum(loans)::int as loans, sum(returns)::int as returns
  from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
  group by 1, 2, 3 having sum(loans) <> 0 or sum(returns) <> 0;

  -- The days of a school year on which a reader borrowed: bit 0 is 1 September.
  create view borrower_year_anew as
  select school_year_of(loaned_on) as school_year, reader_id,
         bit_or(set_bit(repeat('0', 366)::bit(366), loaned_on - make_date(school_year_of(loaned_on), 9, 1), 1)) as days
  from known_loan group by 1, 2;
`;

const ofReaders = `
  -- The first day on which a class is no longer in its section: 1 September after its six or three years.
  create function graduation_of(section text, entry_year int) returns date language sql immutable as
    $$ select make_date(entry_year + case section when 'primary' then 6 else 3 end, 9, 1) $$;

  -- When a person was an active reader, as what and where; a pupil at most until the class has graduated.
  create view reader_span as
  select r.reader_id, r.school_id, r.kind, r.class_id, r.since,
         least(r.until, case when r.kind = 'student' then graduation_of(c.section, c.entry_year) end) as until
  from (select reader_id, school_id, kind, class_id, since, null::date as until from known_reader where active
        union all
        select reader_id, school_id, kind, class_id, since, until from former_reader) r
  left join known_class c using (class_id);

  create view reader_change as
  select s.reader_id, s.school_id, s.kind as reader_kind, m.day, m.readers
  from reader_span s
  cross join lateral (select s.since as day, 1 as readers union all select s.until, -1 where s.until is not null) m
  where s.until is null or s.since < s.until;

  create view reader_sum_anew as
  select school_id, reader_kind, g.grain, g.starts_on, sum(readers)::int as readers
  from reader_change cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
  group by 1, 2, 3, 4 having sum(readers) <> 0;
`;

const ofStock = `
  create view copy_span as
  select copy_id, school_id, title_id, main_class, price_fen, since, until from known_copy
  union all
  select copy_id, school_id, title_id, main_class, price_fen, since, until from former_copy;

  -- A copy comes into the stock, and goes out of it: entered and withdrawn, lost and found. Few were ever lost.
  create view copy_change as
  select s.school_id, s.title_id, s.main_class, s.price_fen, m.day, m.copies
  from copy_span s
  cross join lateral (select s.since as day, 1 as copies union all select s.until, -1 where s.until is not null) m
  where (s.until is null or s.since < s.until) and not exists (select from lost_copy l where l.copy_id = s.copy_id)
  union all
  select s.school_id, s.title_id, s.main_class, s.price_fen, m.day, m.copies
  from copy_span s join lost_copy l using (copy_id)
  cross join lateral unnest(datemultirange(daterange(s.since, s.until)) - l.lost) d(days)
  cross join lateral (select lower(d.days) as day, 1 as copies
                      union all select upper(d.days), -1 where upper(d.days) is not null) m
  where s.until is null or s.since < s.until;

  -- Copies and value come and go; a title comes with its first copy in the scope and goes with its last.
  create view stock_change as
  select school_id, main_class, title_id, day, copies, value_fen,
         (held > 0)::int - (held - copies > 0)::int as titles
  from (
    select m.*, sum(m.copies) over (partition by m.school_id, m.main_class, m.title_id order by m.day) as held
    from (
      select s.school_id, s.main_class, c.title_id, c.day, sum(c.copies)::int as copies,
             sum(c.copies * coalesce(c.price_fen, 0))::bigint as value_fen
      from copy_change c
      cross join lateral (
        select c.school_id, c.main_class
        union all select c.school_id, '*'
        union all select '00000000-0000-0000-0000-000000000000', c.main_class
        union all select '00000000-0000-0000-0000-000000000000', '*') s
      group by 1, 2, 3, 4) m) h;

  create view stock_sum_anew as
  with by_day as (
    select school_id, main_class, day, sum(copies)::int as copies, sum(titles)::int as titles,
           sum(value_fen)::bigint as value_fen
    from stock_change group by 1, 2, 3)
  select school_id, main_class, g.grain, g.starts_on, sum(copies)::int as copies, sum(titles)::int as titles,
         sum(value_fen)::bigint as value_fen
  from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
  group by 1, 2, 3, 4 having sum(copies) <> 0 or sum(titles) <> 0 or sum(value_fen) <> 0;
`;

const sums = ['lending_sum', 'class_sum', 'borrower_year', 'reader_sum', 'stock_sum'] as const;
const notZero: Readonly<Record<(typeof sums)[number], string>> = {
  lending_sum: '(loans, renewals, returns, losses, late) <> (0, 0, 0, 0, 0)',
  class_sum: '(loans, returns) <> (0, 0)',
  borrower_year: 'true',
  reader_sum: 'readers <> 0',
  stock_sum: '(copies, titles, value_fen) <> (0, 0, 0)',
};

const anew = `
  -- All sums from what is known. Whoever adds to them waits meanwhile: his rows are not seen yet, and he adds them after.
  create function make_sums_anew() returns void language plpgsql set work_mem = '128MB' set search_path from current as $$
    begin
      lock table ${sums.join(', ')} in exclusive mode;
      ${sums.map((table) => `delete from ${table}; insert into ${table} select * from ${table}_anew;`).join('\n      ')}
    end $$;

  -- How many sums are not what they would be if they were made anew; a row of zeros is no row.
  create function differing_sums() returns table (sums text, differing bigint) language sql stable set work_mem = '128MB' begin atomic
    ${sums
      .map(
        (table) => `select '${table}', count(*) from (
      (select * from ${table} where ${notZero[table]} except all select * from ${table}_anew)
      union all
      (select * from ${table}_anew except all select * from ${table})) d`,
      )
      .join('\n    union all\n    ')};
  end;
`;
