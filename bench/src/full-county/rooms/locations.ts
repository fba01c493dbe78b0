import type { Room } from './room.js';

/** A campus with one building, three rooms, and sixty shelves in these. */
const SHELVES = 60;
const FIRST_SHELF = 5;
const BEGAN = 1725235200000;
const place = (i: string): string => `bench.id(${BEGAN}, 20, p.n * 1000::bigint + ${i})`;
/** Copies that were put on each shelf in a school that has only begun with it: each costs a filing key, the dearest index. */
const BEGUN_WITH = 10;
const MOVES = 20;

export const locations: Room = {
  name: 'places, copies on shelves, and moves',
  of: 'school',
  isFilled: `select exists (select from catalog.location l join bench.place p on p.id = l.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.location (id, school_id, parent_id, kind, name, position, capacity, theme, ancestors, path)
     with node as (
       select i, ${place('i')} as id, case when i = 0 then null when i = 1 then 0 when i < ${FIRST_SHELF} then 1
                else 2 + (i - ${FIRST_SHELF}) / ${SHELVES / 3} end as parent,
              case when i = 0 then 'campus' when i = 1 then 'building' when i < ${FIRST_SHELF} then 'room' else 'shelf' end as kind,
              case when i = 0 then '测量校区' when i = 1 then '图书楼' when i < ${FIRST_SHELF} then '书库' || (i - 1)
                else '第' || (i - ${FIRST_SHELF} + 1) || '架' end as name
       from bench.place p cross join generate_series(0, ${FIRST_SHELF + SHELVES - 1}) i where p.n = $1
     )
     select n.id, p.id, a.id, n.kind, n.name, n.i, case n.kind when 'shelf' then 2000 end, case n.i when 4 then '测量专题' end,
       array_remove(array[c.id, b.id, a.id, n.id], null), concat_ws(' / ', c.name, b.name, a.name, n.name)
     from bench.place p cross join node n left join node a on a.i = n.parent left join node b on b.i = a.parent
       left join node c on c.i = b.parent
     where p.n = $1 order by n.i`,
    // In the order of the classes, as they stand: each shelf has a stretch of them.
    `update catalog.copy c set location_id = ${place('s.shelf')}
     from bench.place p, (
       select c.id, ${FIRST_SHELF} + ((row_number() over shelves - 1) * ${SHELVES} / count(*) over ())::int as shelf
       from bench.place p join catalog.copy c on c.school_id = p.id
       where p.n = $1 and c.stock_state <> 'withdrawn' and (p.whole or c.accession_number % (p.copies / ${SHELVES * BEGUN_WITH}) = 0)
       window shelves as (order by c.clc collate "C", c.accession_number)
     ) s where p.n = $1 and c.id = s.id`,
    `insert into catalog.shelf_range (location_id, number, school_id, from_class, to_class, directions_zh, directions_en)
     select c.location_id, 1, p.id, min(c.clc collate "C"), max(c.clc collate "C"), '进门左转', 'left of the door'
     from bench.place p join catalog.copy c on c.school_id = p.id and c.location_id is not null
     where p.n = $1 group by c.location_id, p.id`,
    `insert into catalog.copy_move (id, school_id, number, to_id, volumes, moved_at, moved_by)
     select bench.id(${BEGAN} + m * 864000000::bigint, 36, p.n * 1000::bigint + m), p.id, m, ${place(`${FIRST_SHELF} - 1 + m`)},
       v.volumes, to_timestamp(${BEGAN / 1000} + m * 864000), 'bench'
     from bench.place p cross join generate_series(1, ${MOVES}) m
     cross join lateral (select least(500, count(*))::int as volumes from catalog.copy c
       where c.location_id = ${place(`${FIRST_SHELF} - 1 + m`)} and c.stock_state <> 'withdrawn') v
     where p.n = $1`,
    `insert into catalog.copy_moved (move_id, copy_id)
     select m.id, c.id from bench.place p join catalog.copy_move m on m.school_id = p.id
     cross join lateral (select c.id from catalog.copy c where c.location_id = m.to_id and c.stock_state <> 'withdrawn'
       order by c.accession_number limit m.volumes) c
     where p.n = $1`,
    `insert into catalog.location_tree (school_id, next_move) select p.id, ${MOVES + 1} from bench.place p where p.n = $1
     on conflict (school_id) do update set next_move = excluded.next_move`,
  ],
  tables: [
    'catalog.location',
    'catalog.copy',
    'catalog.shelf_range',
    'catalog.copy_move',
    'catalog.copy_moved',
  ],
};
