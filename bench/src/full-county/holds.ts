/**
 * Holds of a school (`$1` its number): those that wait, for titles whose only copy there is lent, one in twelve ready on the
 * shelf, and seven times as many that came to their end in the last year.
 */
export const MAKE_HOLDS: readonly string[] = [
  `insert into circulation.hold (id, title_id, reader_id, reader_school_id, pickup_school_id, status, placed_at, placed_by)
   select bench.id(at_ms, 9, $1::int * 1000000::bigint + place), title_id, reader_id, school_id, school_id, 'waiting',
     to_timestamp(at_ms / 1000.0), 'bench'
   from (
     select l.title_id, l.school_id, row_number() over (order by l.id) as place,
            (select r.id from bench.reader r where r.school_n = $1
               and r.place = (abs(hashtext(l.id::text)) % (select readers from bench.school where n = $1))) as reader_id,
            (extract(epoch from bench.today())::bigint - 86400 * (1 + abs(hashtext(l.id::text)) % 15)) * 1000 as at_ms
     from pg_temp.lending l
     where l.closed_on is null and not exists (
       select from pg_temp.stock c where c.title_id = l.title_id and c.id <> l.copy_id)
     order by l.id limit (select holds - holds / 12 from bench.school where n = $1)) w
   where reader_id is not null`,
  `with free as (
     select l.copy_id, l.title_id, s.id as school_id, row_number() over (order by l.i) as place
     from pg_temp.lent l join bench.school s on s.n = $1
     where l.state = 'in' and l.stock_state = 'lendable' and l.i < s.lent_copies
       and not exists (select from circulation.hold h where h.pickup_school_id = s.id and h.title_id = l.title_id)
     order by l.i limit (select holds / 12 from bench.school where n = $1)
   ), ready as (
     insert into circulation.hold (id, title_id, reader_id, reader_school_id, pickup_school_id, status, copy_id, placed_at,
       placed_by, ready_on, pick_up_by_on)
     select bench.id(extract(epoch from bench.today() - 20)::bigint * 1000, 10, $1::int * 1000000::bigint + f.place), f.title_id,
       r.id, f.school_id, f.school_id, 'ready', f.copy_id, bench.today() - 20, 'bench', bench.today() - 1, bench.today() + 6
     from free f join bench.reader r on r.school_n = $1
       and r.place = (f.place * 31) % (select readers from bench.school where n = $1)
     returning id, copy_id, reader_id)
   update pg_temp.lent c set state = 'hold-shelf', hold_id = ready.id, held_for = ready.reader_id, version = c.version + 1
   from ready where ready.copy_id = c.copy_id`,
  `insert into circulation.hold (id, title_id, reader_id, reader_school_id, pickup_school_id, status, copy_id, placed_at, placed_by,
     ready_on, pick_up_by_on, ended_on)
   select bench.id(extract(epoch from loaned_at)::bigint * 1000, 11, $1::int * 1000000::bigint + row_number() over (order by id)),
     title_id, reader_id, school_id, school_id, (array['fulfilled', 'cancelled', 'expired'])[1 + abs(hashtext(id::text)) % 3],
     copy_id, loaned_at - interval '5 days', 'bench', loaned_on, loaned_on + 7, loaned_on
   from pg_temp.lending where loaned_on > bench.today() - 300 and abs(hashtext(id::text)) % 23 = 0
   limit (select holds * 7 from bench.school where n = $1)`,
];

/** Once, when all schools have theirs. */
export const QUEUES_OF_TITLES = `
  insert into circulation.title_queue (title_id, version, waiting)
  select t.id, coalesce(h.all_holds, 0), coalesce(h.waiting, 0) from bench.title t left join (
    select title_id, count(*)::int as all_holds, (count(*) filter (where status = 'waiting'))::int as waiting
    from circulation.hold group by 1) h on h.title_id = t.id`;
