import type { Room } from './room.js';

/** One that runs: nearly all of a whole school is scanned, a seventh of the others. */
const RUNNING = 'bench.id(1780272000000, 27, p.n * 1000::bigint)';
const SIGNED = 3;
const STRETCH = 300;

/** Of a copy `c` and its lending `l`: in the house, and not held to be elsewhere. */
const ON_SHELF = `c.stock_state in ('lendable', 'reading-room', 'processing') and coalesce(l.state, 'in') = 'in'`;

export const stocktakes: Room = {
  name: 'stocktakes',
  of: 'school',
  isFilled: `select exists (select from catalog.stocktake s join bench.place p on p.id = s.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.stocktake (id, school_id, name, first_number, through_number, begins_on, ends_on, opened_on, opened_by,
       expected, last_scan_at)
     select ${RUNNING}, p.id, '2026 年测量清点', 1, max(c.accession_number), date '2026-06-01', date '2026-06-30', date '2026-06-01',
       'bench', count(*) filter (where c.stock_state <> 'withdrawn'), timestamptz '2026-06-09 16:00+08'
     from bench.place p join catalog.copy c on c.school_id = p.id where p.n = $1 group by p.n, p.id`,
    // Now and then one is seen that should not be there: lent, or withdrawn.
    `insert into catalog.stocktake_scan (stocktake_id, barcode, copy_id, scanned_at, scanned_by)
     select ${RUNNING}, c.barcode, c.id, timestamptz '2026-06-01 08:00+08' + c.accession_number * interval '10 seconds', 'bench'
     from bench.place p join catalog.copy c on c.school_id = p.id left join catalog.known_lending l on l.copy_id = c.id
     cross join lateral (select bench.chance(27, p.n * 1000000::bigint + c.accession_number) % 1000 as luck) k
     where p.n = $1 and (luck < case when p.whole then 900 else 140 end and ${ON_SHELF} or luck < 3)`,
    `insert into catalog.stocktake_scan (stocktake_id, barcode, scanned_at, scanned_by)
     select ${RUNNING}, b.barcode, timestamptz '2026-06-08 08:00+08', 'bench'
     from bench.place p cross join lateral (
       select 'Z' || p.code || lpad(i::text, 6, '0') as barcode from generate_series(1, 20) i
       union all
       select c.barcode from bench.place o join catalog.copy c on c.school_id = o.id
       where o.n <> p.n and o.n <= 1 and c.accession_number <= 20) b
     where p.n = $1 on conflict do nothing`,
    `update catalog.stocktake s set scanned = z.scans, seen = z.seen
     from bench.place p, lateral (
       select count(*)::int as scans, (count(*) filter (where c.stock_state <> 'withdrawn'))::int as seen
       from catalog.stocktake_scan n left join catalog.copy c on c.id = n.copy_id where n.stocktake_id = ${RUNNING}) z
     where p.n = $1 and s.id = ${RUNNING}`,
    `create temporary table counted (stocktake_id uuid, k int, barcode text, copy_id uuid, finding text, stock_state text,
       lending text) on commit drop`,
    `insert into pg_temp.counted
     select bench.id(1719792000000 + k * 15552000000::bigint, 43, p.n * 1000::bigint + k), k, c.barcode, c.id,
       case c.stock_state when 'missing' then 'missing' when 'repair' then 'in-repair' else 'seen' end, c.stock_state, 'in'
     from bench.place p cross join generate_series(0, ${SIGNED - 1}) k
     join catalog.copy c on c.school_id = p.id and c.stock_state <> 'withdrawn'
       and c.accession_number > p.lent + k * 1000 and c.accession_number <= p.lent + k * 1000 + ${STRETCH}
     where p.n = $1`,
    `insert into catalog.stocktake (id, school_id, name, state, first_number, last_number, through_number, opened_on, opened_by,
       closed_on, closed_by, expected, seen, scanned, last_scan_at, figures)
     select f.stocktake_id, p.id, '测量清点第' || (f.k + 1) || '次', 'signed', p.lent + f.k * 1000 + 1, p.lent + f.k * 1000 + ${STRETCH},
       p.copies, d.day, 'bench', d.day + 10, 'bench', sum(f.copies), sum(f.copies) filter (where f.finding = 'seen'),
       sum(f.copies) filter (where f.finding = 'seen'), d.day + interval '5 days', jsonb_object_agg(f.finding, f.copies)
     from bench.place p cross join (select stocktake_id, k, finding, count(*) as copies from pg_temp.counted group by 1, 2, 3) f
     cross join lateral (select date '2024-07-01' + f.k * 180 as day) d
     where p.n = $1 group by f.stocktake_id, f.k, p.id, p.lent, p.copies, d.day`,
    `insert into catalog.stocktake_scan (stocktake_id, barcode, copy_id, scanned_at, scanned_by)
     select stocktake_id, barcode, copy_id, timestamptz '2024-07-03 09:00+08', 'bench' from pg_temp.counted where finding = 'seen'`,
    `insert into catalog.stocktake_finding (stocktake_id, barcode, copy_id, finding, stock_state, lending)
     select stocktake_id, barcode, copy_id, finding, stock_state, lending from pg_temp.counted where finding <> 'seen'`,
  ],
  tables: ['catalog.stocktake', 'catalog.stocktake_scan', 'catalog.stocktake_finding'],
};
