import { LONGEST_LOAN } from './size.js';

/**
 * A school's loans of two years: every school day at noon so many, each of the copy and to the reader whose turn it is.
 * A loan lasts one to eighteen school days, one in twenty longer than the period.
 */
export const MAKE_LOANS = `
  insert into pg_temp.lending
  select bench.id(at_ms, 5, s.n * 10000000::bigint + j), c.id, c.title_id, c.clc, s.id, r.id, r.kind, r.class_id,
         case when r.section is not null then greatest(1, least(12, year - r.entry_year + 1
           + case r.section when 'junior' then 6 when 'senior' then 9 else 0 end)) end,
         d.day, to_timestamp(at_ms / 1000.0), case r.kind when 'student' then d.due_in_30 else d.due_in_90 end,
         b.day, b.day is not null and luck % 2000 = 0
  from bench.school s cross join bench.day d cross join generate_series(0, s.loans_a_day - 1) k
  cross join lateral (select d.n::bigint * s.loans_a_day + k as j,
    extract(year from d.day)::int - (extract(month from d.day) < 9)::int as year,
    (extract(epoch from d.day)::bigint * 1000 + 14400000 + k * 3000000 / s.loans_a_day) as at_ms) o
  join pg_temp.stock c on c.i = o.j % s.lent_copies
  join bench.reader r on r.school_n = s.n and r.place = (o.j * 7919) % s.readers
  cross join lateral (select bench.chance(6, s.n * 10000000::bigint + j) as luck) l
  left join bench.day b on b.n = d.n + case when luck % 20 = 0 then 26 + luck / 20 % ${LONGEST_LOAN - 26} else 1 + luck / 20 % 18 end
  where s.n = $1`;

/** Where each copy of the school is after its loans; holds move some of them on. */
export const MAKE_LENT = `
  insert into pg_temp.lent
  select c.id, c.i, c.title_id, c.stock_state, coalesce(l.version, 0), coalesce(l.state, 'in'), l.loan_id
  from pg_temp.stock c left join (
    select copy_id, (2 * count(*) - count(*) filter (where closed_on is null))::int as version,
           case when bool_or(closed_on is null) then 'on-loan'
                when (array_agg(lost order by loaned_at desc))[1] then 'lost' else 'in' end as state,
           (array_agg(id) filter (where closed_on is null))[1] as loan_id
    from pg_temp.lending group by copy_id) l on l.copy_id = c.id`;

export const TEMPORARY_LENDING = `
  create temporary table lent (copy_id uuid, i int, title_id uuid, stock_state text, version int, state text, loan_id uuid,
    hold_id uuid, held_for uuid);
  create temporary table lending (id uuid, copy_id uuid, title_id uuid, clc text, school_id uuid, reader_id uuid, kind text,
    class_id uuid, grade int, loaned_on date, loaned_at timestamptz, due_on date, closed_on date, lost bool);`;

const EVENTS_OF_LOAN = `2 * row_number() over (partition by copy_id order by loaned_at) - (closed_on is null)::int`;

export const SPREAD_LOANS: readonly string[] = [
  `insert into circulation.loan (id, copy_id, title_id, reader_id, lending_school_id, owning_school_id, reader_school_id,
     reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by, closed_how, closed_at, closed_on,
     closed_school_id, closed_by, overdue_said_for)
   select id, copy_id, title_id, reader_id, school_id, school_id, school_id, kind, class_id, grade, clc, loaned_on, loaned_at,
     due_on, case kind when 'student'
       then '{"loanDays":30,"endsWithTerm":true,"whenClosed":"back-before","renewals":1}'::json
       else '{"loanDays":90,"endsWithTerm":true,"whenClosed":"back-before","renewals":2}'::json end,
     'bench', case when closed_on is null then null when lost then 'lost' else 'returned' end,
     closed_on + time '12:20' at time zone 'Asia/Shanghai', closed_on, case when closed_on is not null then school_id end, case when closed_on is not null then 'bench' end,
     case when closed_on is null and due_on < bench.today() then due_on end
   from pg_temp.lending order by id`,
  `insert into circulation.lent_copy (copy_id, version, state, loan_id, hold_id, held_for)
   select copy_id, version, state, loan_id, hold_id, held_for from pg_temp.lent order by i`,
  `insert into catalog.known_lending (copy_id, version, state)
   select copy_id, version, state from pg_temp.lent where version > 0 order by i`,
  `insert into circulation.borrower (borrower_id, version, open_loans, open_loan_ids, open_title_ids, open_dues, open_holds)
   select r.id, coalesce(l.loans, 0) * 2, coalesce(cardinality(l.ids), 0), coalesce(l.ids, '{}'), coalesce(l.titles, '{}'),
     coalesce(l.dues, '{}'), coalesce(h.holds, 0)
   from bench.reader r left join (
     select reader_id, count(*)::int as loans, array_agg(id order by id) filter (where closed_on is null) as ids,
            array_agg(title_id order by id) filter (where closed_on is null) as titles,
            array_agg(due_on order by id) filter (where closed_on is null) as dues
     from pg_temp.lending group by reader_id) l on l.reader_id = r.id
   left join (
     select reader_id, count(*)::int as holds from circulation.hold
     where pickup_school_id = (select id from bench.school where n = $1) and status in ('waiting', 'ready') group by 1
   ) h on h.reader_id = r.id
   where r.school_n = $1`,
  `insert into circulation.compensation (id, loan_id, copy_id, reader_id, school_id, owed_on, declared_by, status, settled_on, settled_by,
     owed_fen, settled_fen, lending_school_id, reader_school_id)
   select bench.id(extract(epoch from closed_on)::bigint * 1000, 7, row_number() over () + 1000000::bigint * $1::int), id, copy_id,
     reader_id, school_id, closed_on, 'bench', case when settled then 'paid' else 'owed' end,
     case when settled then closed_on + 3 end, case when settled then 'bench' end,
     2500, case when settled then 2500 end, school_id, school_id
   from (select *, closed_on < bench.today() - 30 as settled from pg_temp.lending where lost) l`,
  `insert into reporting.known_loan (loan_id, copy_id, reader_id, lending_school_id, reader_kind, class_id, loaned_on, due_on,
     renewals, state, closed_on, since, version)
   select id, copy_id, reader_id, school_id, kind, class_id, loaned_on, due_on, 0,
     case when closed_on is null then 'open' when lost then 'lost' else 'returned' end, closed_on,
     coalesce(closed_on, loaned_on), ${EVENTS_OF_LOAN}
   from pg_temp.lending order by id`,
  `insert into reporting.lost_copy (copy_id, lost, version)
   select copy_id, datemultirange(daterange(lost_on, null)), version from pg_temp.lent
   join (select copy_id, max(closed_on) as lost_on from pg_temp.lending where lost group by 1) l using (copy_id)
   where state = 'lost'`,
  `insert into activities.reading_note (id, reader_id, school_id, class_id, title_id, kind, text, state, handed_in_on, accepted_on,
     accepted_by, version)
   select bench.id(extract(epoch from closed_on)::bigint * 1000, 8, row_number() over () + 1000000::bigint * $1::int), reader_id,
     school_id, class_id, title_id, 'note', '测量用的读书笔记，没有人写过它。', case when old then 'accepted' else 'handed-in' end,
     closed_on, case when old then closed_on + 2 end, case when old then 'bench' end, 1
   from (select *, closed_on < bench.today() - 10 as old from pg_temp.lending
         where closed_on is not null and kind = 'student' and abs(hashtext(id::text)) % 40 = 0) l`,
];
export const TABLES_OF_LENDING = [
  'circulation.loan',
  'circulation.lent_copy',
  'circulation.borrower',
  'circulation.compensation',
  'catalog.known_lending',
  'reporting.known_loan',
  'reporting.lost_copy',
  'activities.reading_note',
];
