/** Names of statements' places: `$1` is the number of the school. */

/** A school's copies, before they are spread over the services. Those that are lent come first, each another title. */
export const MAKE_COPIES = `
  insert into pg_temp.stock
  select i, bench.id(extract(epoch from on_day)::bigint * 1000 + i, 2, s.first_copy + i), s.id, t.id, t.clc, t.price_fen,
         s.code || lpad((i + 1)::text, 8, '0'), i + 1, on_day, state.kind, state.stock_state
  from bench.school s cross join generate_series(0, s.copies - 1) i
  -- A title that is not lent is there three times.
  cross join lateral (select case when i < s.lent_copies then i else s.lent_copies + (i - s.lent_copies) / 3 end as shelf) g
  -- Some titles are in every school, most of them in a few; which ones has nothing to do with their age.
  join bench.title t on t.n = (floor(power((bench.chance(3, s.n * 1000000::bigint + g.shelf) % 1000003) / 1000003.0, 2)
    * bench.titles())::bigint * 611953 % bench.titles())::int
  cross join lateral (select date '2015-09-01' + (i * 3500 / s.copies) as on_day) d
  cross join lateral (select bench.chance(4, s.first_copy + i) % 1000 as luck) l
  cross join lateral (
    select case when i >= s.lent_copies and luck < 10 then 'reference' else 'book' end as kind,
           case when i < s.lent_copies then 'lendable' when luck < 10 then 'reading-room' when luck < 15 then 'repair'
                when luck < 20 then 'missing' when luck < 60 then 'withdrawn' else 'lendable' end as stock_state) state
  where s.n = $1`;

export const SPREAD_COPIES: readonly string[] = [
  `insert into catalog.copy (id, title_id, school_id, barcode, accession_number, clc, book_number, call_number, kind,
     location, price_fen, stock_state, accessioned_on, withdrawn_on, withdrawal_reason)
   select c.id, title_id, c.school_id, barcode, accession_number, clc, '1', clc || '/1', kind, '书库', price_fen, stock_state,
     on_day, case stock_state when 'withdrawn' then date '2026-01-15' end, case stock_state when 'withdrawn' then 'outdated' end
   from pg_temp.stock c order by i`,
  `insert into catalog.accession_counter (school_id, next) select id, copies + 1 from bench.school where n = $1
   on conflict (school_id) do update set next = excluded.next`,
  `insert into catalog.register_batch (school_id, number, period, day, side, source)
   select distinct on (number) school_id, number, 1, on_day, 'in', 'purchase'
   from (select school_id, on_day, dense_rank() over (order by on_day) as number from pg_temp.stock) b`,
  `insert into catalog.register_batch (school_id, number, period, day, side, source)
   select school_id, max(number) + 1, 1, date '2026-01-15', 'out', 'outdated' from catalog.register_batch
   where school_id = (select id from bench.school where n = $1) group by school_id`,
  `insert into catalog.register_line
     (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc)
   select school_id, i + 1, dense_rank() over (order by on_day), 1, on_day, 'accession', id, title_id, 1,
     (row_number() over (partition by title_id order by i) = 1)::int, price_fen, clc
   from pg_temp.stock order by i`,
  `insert into catalog.register_line
     (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc)
   select school_id, last + row_number() over (order by i), batch, 1, date '2026-01-15', 'withdrawal', id, title_id, -1,
     case when bool_and(stock_state = 'withdrawn') over (partition by title_id)
           and row_number() over (partition by title_id order by i desc) = 1 then -1 else 0 end, -price_fen, clc
   from pg_temp.stock, (select max(i) + 1 as last from pg_temp.stock) l,
     (select max(number) as batch from catalog.register_batch
      where school_id = (select id from bench.school where n = $1)) b
   where stock_state = 'withdrawn'`,
  `insert into catalog.register (school_id, next_line, next_batch)
   select school_id, max(number) + 1, max(batch) + 1 from catalog.register_line
   where school_id = (select id from bench.school where n = $1) group by school_id
   on conflict (school_id) do update set next_line = excluded.next_line, next_batch = excluded.next_batch`,
  `insert into catalog.shelf_number (school_id, clc, title_id, book_number, allocated)
   select school_id, clc, title_id, (row_number() over (partition by clc order by first))::text, true
   from (select school_id, clc, title_id, min(i) as first from pg_temp.stock group by 1, 2, 3) s`,
  `insert into catalog.shelf_counter (school_id, clc, next)
   select school_id, clc, count(distinct title_id) + 1 from pg_temp.stock group by 1, 2`,
  `insert into circulation.known_copy (copy_id, title_id, school_id, barcode, kind, stock_state, clc, price_fen, version,
     described_version)
   select id, title_id, school_id, barcode, kind, stock_state, clc, price_fen, 1, 1 from pg_temp.stock order by i`,
  `insert into reporting.known_copy (copy_id, school_id, title_id, clc, kind, price_fen, since, until, version)
   select id, school_id, title_id, clc, kind, price_fen, on_day, case stock_state when 'withdrawn' then date '2026-01-15' end, 1
   from pg_temp.stock order by i`,
];
export const TABLES_OF_STOCK = [
  'catalog.copy',
  'catalog.register_line',
  'catalog.shelf_number',
  'circulation.known_copy',
  'reporting.known_copy',
];

export const TEMPORARY_STOCK = `
  create temporary table stock (i int, id uuid, school_id uuid, title_id uuid, clc text, price_fen int, barcode text,
    accession_number int, on_day date, kind text, stock_state text);`;
