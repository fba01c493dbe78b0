import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The stock is counted by kind and by whether it goes home; what comes, goes, is lost, mended and paid for is summed by day; and
 * the loans of a copy say in which month it was lent before, so that copies lent at least once can be counted from sums.
 *
 * Copies of before this migration do not say how they came, whether they went home or were mended; the log, read again, tells it
 * (`npm run replay -- reporting`) of all that was announced with it.
 */
export class CountWhatComesAndGoes1790005530000 implements MigrationInterface {
  readonly name = 'CountWhatComesAndGoes1790005530000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function make_sums_anew(), differing_sums()');
    await runner.query(copies);
    await runner.query(stock);
    await runner.query(movements);
    await runner.query(uses);
    await runner.query(anew);
    await runner.query('select make_sums_anew()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function make_sums_anew(), differing_sums(), kept_sums();
      drop view use_sum_anew, loan_use, movement_sum_anew, compensation_movement, copy_movement, stock_sum_anew, stock_change,
        copy_change, copy_span;
      drop table use_sum, movement_sum, known_compensation;
      drop index known_loan_of_copy;
      alter table known_loan drop owning_school_id;
      alter table former_copy drop kind, drop lendable;
      alter table known_copy drop lendable, drop stock_state, drop entered_on, drop entered_at, drop source, drop left_why,
        drop repair_began, drop repair_ended;
    `);
    await runner.query(stockAsBefore);
    await runner.query(anew);
    await runner.query('select make_sums_anew()');
  }
}

/** `lendable` is of the days since `since`, `stock_state` of now; `left_why` is why it was struck. */
const copies = `
  alter table known_copy
    add lendable boolean, add stock_state text, add entered_on date, add entered_at uuid, add source text, add left_why text,
    add repair_began date[], add repair_ended date[];
  update known_copy k set lendable = kind <> 'reference', stock_state = case when until is null then 'unknown' else 'withdrawn' end,
    source = 'not-recorded', left_why = case when until is not null then 'not-recorded' end,
    entered_on = coalesce((select min(since) from former_copy f where f.copy_id = k.copy_id), since),
    entered_at = coalesce((select school_id from former_copy f where f.copy_id = k.copy_id order by since limit 1), school_id);
  alter table known_copy alter lendable set not null, alter stock_state set not null, alter entered_on set not null,
    alter entered_at set not null, alter source set not null;
  alter table former_copy add kind text, add lendable boolean;
  update former_copy f set kind = k.kind, lendable = k.lendable from known_copy k where k.copy_id = f.copy_id;
  alter table former_copy alter kind set not null, alter lendable set not null;
`;

const copyChange = (columns: string): string => `
  create view copy_change as
  select s.school_id, s.title_id, s.main_class, s.price_fen, m.day, m.copies${columns}
  from copy_span s
  cross join lateral (select s.since as day, 1 as copies union all select s.until, -1 where s.until is not null) m
  where (s.until is null or s.since < s.until) and not exists (select from lost_copy l where l.copy_id = s.copy_id)
  union all
  select s.school_id, s.title_id, s.main_class, s.price_fen, m.day, m.copies${columns}
  from copy_span s join lost_copy l using (copy_id)
  cross join lateral unnest(datemultirange(daterange(s.since, s.until)) - l.lost) d(days)
  cross join lateral (select lower(d.days) as day, 1 as copies
                      union all select upper(d.days), -1 where upper(d.days) is not null) m
  where s.until is null or s.since < s.until;
`;
const stockSums = (scopes: string): string => `
  create view stock_change as
  select school_id, main_class, title_id, day, copies, value_fen,
         (held > 0)::int - (held - copies > 0)::int as titles
  from (
    select m.*, sum(m.copies) over (partition by m.school_id, m.main_class, m.title_id order by m.day) as held
    from (
      select s.school_id, s.main_class, c.title_id, c.day, sum(c.copies)::int as copies,
             sum(c.copies * coalesce(c.price_fen, 0))::bigint as value_fen
      from copy_change c cross join lateral (${scopes}) s
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
const COUNTY = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** Besides main classes and \`*\` a scope of the sums is \`kind:…\`, the kind of the copies, and \`lendable\`, those that go home. */
const stock = `
  drop view stock_sum_anew, stock_change, copy_change, copy_span;
  create view copy_span as
  select copy_id, school_id, title_id, main_class, price_fen, since, until, kind, lendable from known_copy
  union all
  select copy_id, school_id, title_id, main_class, price_fen, since, until, kind, lendable from former_copy;
  ${copyChange(', s.kind, s.lendable')}
  ${stockSums(`
        select o.school_id, w.main_class
        from unnest(array[c.school_id, ${COUNTY}]) o(school_id)
          cross join unnest(array[c.main_class, '*', 'kind:' || c.kind] || case when c.lendable then array['lendable'] else '{}' end)
            w(main_class)`)}
`;
const stockAsBefore = `
  create view copy_span as
  select copy_id, school_id, title_id, main_class, price_fen, since, until from known_copy
  union all
  select copy_id, school_id, title_id, main_class, price_fen, since, until from former_copy;
  ${copyChange('')}
  ${stockSums(`
        select o.school_id, w.main_class
        from unnest(array[c.school_id, ${COUNTY}]) o(school_id) cross join unnest(array[c.main_class, '*']) w(main_class)`)}
`;

/**
 * How copies came (\`in:…\`) and why they went (\`out:…\`), counted where and when they did, at the price they are known to have had;
 * what was lost (declared at the desk, or struck as lost without that), found again, taken for repair and mended; and what was owed
 * for lost copies and how it was settled.
 */
const movements = `
  create table movement_sum (
    school_id uuid not null, movement text not null, grain text not null, starts_on date not null,
    copies int not null, value_fen bigint not null,
    primary key (school_id, grain, starts_on, movement)) with (fillfactor = 80);
  create table known_compensation (
    compensation_id uuid primary key, school_id uuid not null, owed_on date not null, owed_fen bigint, how text,
    paid_fen bigint, settled_on date, version int not null, check ((how is null) = (settled_on is null)));

  create view copy_movement as
  select copy_id, entered_at as school_id, 'in:' || source as movement, entered_on as day, coalesce(price_fen, 0) as value_fen
  from known_copy
  union all
  select copy_id, school_id, 'out:' || coalesce(left_why, 'not-recorded'), until, coalesce(price_fen, 0)
  from known_copy where until is not null
  union all
  select k.copy_id, k.school_id, 'lost', k.until, coalesce(k.price_fen, 0)
  from known_copy k left join lost_copy l using (copy_id)
  where k.until is not null and k.left_why in ('lost', 'lost-and-paid') and (l.lost @> k.until) is not true
  union all
  select k.copy_id, k.school_id, m.movement, m.day, coalesce(k.price_fen, 0)
  from known_copy k join lost_copy l using (copy_id) cross join lateral unnest(l.lost) d(days)
    cross join lateral (select 'lost' as movement, lower(d.days) as day
                        union all select 'found', upper(d.days) where upper(d.days) is not null) m
  union all
  select k.copy_id, k.school_id, 'repair:begun', day, coalesce(k.price_fen, 0)
  from known_copy k cross join lateral unnest(k.repair_began) day where k.repair_began is not null
  union all
  select k.copy_id, k.school_id, 'repair:ended', day, coalesce(k.price_fen, 0)
  from known_copy k cross join lateral unnest(k.repair_ended) day where k.repair_ended is not null;

  create view compensation_movement as
  select compensation_id, school_id, 'owed' as movement, owed_on as day, coalesce(owed_fen, 0) as value_fen from known_compensation
  union all
  select compensation_id, school_id, how, settled_on, coalesce(paid_fen, 0) from known_compensation where how is not null;

  create view movement_sum_anew as
  with by_day as (
    select school_id, movement, day, count(*)::int as copies, sum(value_fen)::bigint as value_fen
    from (select school_id, movement, day, value_fen from copy_movement
          union all select school_id, movement, day, value_fen from compensation_movement) m group by 1, 2, 3)
  select school_id, movement, g.grain, g.starts_on, sum(copies)::int as copies, sum(value_fen)::bigint as value_fen
  from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
  group by 1, 2, 3, 4;
`;

/**
 * A copy is lent for the first time in a period by the loan before which it was lent earlier than the period or never: so loans are
 * summed by the month of the loan before. Copies count for the school that owns them; reading in the room is no loan.
 */
const uses = `
  alter table known_loan add owning_school_id uuid;
  update known_loan set owning_school_id = lending_school_id;
  alter table known_loan alter owning_school_id set not null;
  create index known_loan_of_copy on known_loan (copy_id) where not in_room;
  create table use_sum (
    school_id uuid not null, lent_before date not null, grain text not null, starts_on date not null, loans int not null,
    primary key (school_id, grain, starts_on, lent_before)) with (fillfactor = 80);

  create view loan_use as
  select loan_id, copy_id, owning_school_id as school_id, loaned_on as day,
         coalesce(date_trunc('month', lag(loaned_on) over (partition by copy_id order by loaned_on, loan_id))::date,
                  date '0001-01-01') as lent_before
  from known_loan where not in_room;

  create view use_sum_anew as
  with by_day as (select school_id, lent_before, day, count(*)::int as loans from loan_use group by 1, 2, 3)
  select school_id, lent_before, g.grain, g.starts_on, sum(loans)::int as loans
  from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
  group by 1, 2, 3, 4;
`;

/** Whatever has a view that ends on `_anew` is a table of sums: nobody lists them. */
const anew = `
  create function kept_sums() returns table (kept name, counts text) language sql stable as $$
    select t.relname, string_agg(format('%I <> 0', a.attname), ' or ') filter (where a.atttypid = any('{int4,int8}'::regtype[]))
    from pg_class v join pg_class t on t.relname = left(v.relname, -5) and t.relnamespace = v.relnamespace
      join pg_index i on i.indrelid = t.oid and i.indisprimary
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attnum <> all(i.indkey)
    where v.relkind = 'v' and v.relname like '%\\_anew' and v.relnamespace = current_schema()::regnamespace
    group by 1 order by 1 $$;

  -- All sums from what is known. Whoever adds to them waits meanwhile: his rows are not seen yet, and he adds them after.
  create function make_sums_anew() returns void language plpgsql set work_mem = '128MB' set search_path from current as $$
    declare sums record;
    begin
      for sums in select kept from kept_sums() loop
        execute format('lock table %I in exclusive mode', sums.kept);
      end loop;
      for sums in select kept from kept_sums() loop
        execute format('delete from %I', sums.kept);
        execute format('insert into %I (%s) select * from %I', sums.kept, (
          select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
          where attrelid = (sums.kept || '_anew')::regclass and attnum > 0), sums.kept || '_anew');
      end loop;
    end $$;

  -- How many sums are not what they would be if they were made anew; a row of zeros is no row.
  create function differing_sums() returns table (sums text, differing bigint)
    language plpgsql stable set work_mem = '128MB' set search_path from current as $$
    declare one record; columns text;
    begin
      for one in select kept, counts from kept_sums() loop
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
        where attrelid = (one.kept || '_anew')::regclass and attnum > 0;
        return query execute format(
          'select %1$L::text, count(*) from (
             (select %2$s from %1$I where %3$s except all select * from %4$I)
             union all
             (select * from %4$I except all select %2$s from %1$I)) d',
          one.kept, columns, coalesce(one.counts, 'true'), one.kept || '_anew');
      end loop;
    end $$;
`;
