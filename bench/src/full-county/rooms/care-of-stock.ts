import type { Room } from './room.js';

const PATROLS = 200;
/** Of the copies that a patrol scanned, every so many was misplaced. */
const SCANNED = 120;
const MISPLACED = 6;
const ms = (day: string): string => `extract(epoch from ${day})::bigint * 1000`;

/** Sessions in which pupils mend, and looks at the condition of the stock. */
const SESSIONS = 20;
const INSPECTIONS = 40;

/** What was lost, paid and struck as circulation has it, walks along shelves day by day, mending sessions, inspections and a project. */
export const careOfStock: Room = {
  name: 'care of the stock',
  of: 'school',
  isFilled: `select exists (select from catalog.shelf_patrol r join bench.place p on p.id = r.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.known_compensation (id, version, school_id, copy_id, owed_on, owed_fen, how, amount_fen, settled_on)
     select k.id, 2, p.id, k.copy_id, k.owed_on, c.price_fen, case when k.settled_on is not null then 'paid' end,
       case when k.settled_on is not null then c.price_fen end, k.settled_on
     from bench.place p join circulation.compensation k on k.school_id = p.id join catalog.copy c on c.id = k.copy_id
     where p.n = $1 on conflict do nothing`,
    `insert into catalog.shelf_patrol (id, school_id, location_id, walked_on, entered_by, scanned)
     select bench.id(${ms('d.day')}, 80, p.n * 1000::bigint + d.i), p.id, l.id, d.day, 'bench', ${SCANNED}
     from bench.place p
     cross join lateral (select i, bench.today() - i as day from generate_series(1, ${PATROLS}) i) d
     join lateral (select l.id, row_number() over (order by l.position) as place from catalog.location l
       where l.school_id = p.id and l.kind = 'shelf') l on l.place = d.i % 60 + 1
     where p.n = $1`,
    `insert into catalog.shelf_patrol_finding (patrol_id, position, barcode, copy_id, finding, put_right_on, put_right_by)
     select s.id, row_number() over (partition by s.id order by c.accession_number) * 9, c.barcode, c.id, 'out-of-order', s.walked_on,
       'bench'
     from bench.place p join catalog.shelf_patrol s on s.school_id = p.id
     cross join lateral (select c.id, c.barcode, c.accession_number from catalog.copy c where c.location_id = s.location_id
       limit ${MISPLACED}) c
     where p.n = $1`,
    `insert into catalog.mending_session (id, version, school_id, name, held_on, planned_by)
     select bench.id(${ms('d.day')}, 81, p.n * 1000::bigint + d.i), 1, p.id, '测量用的修补活动', d.day, 'bench'
     from bench.place p cross join lateral (select i, bench.today() - i * 10 as day from generate_series(1, ${SESSIONS}) i) d
     where p.n = $1`,
    `update catalog.repair r set session_id = m.id
     from bench.place p join catalog.mending_session m on m.school_id = p.id
     where p.n = $1 and r.school_id = p.id and r.state <> 'in-repair' and r.ended_on between m.held_on and m.held_on + 3`,
    `insert into catalog.condition_inspection (id, school_id, what, inspected_on, entered_on, entered_by, looked_at)
     select bench.id(${ms('d.day')}, 82, p.n * 1000::bigint + d.i), p.id,
       (array['books', 'newspapers', 'magazines'])[d.i % 3 + 1], d.day, d.day, 'bench', 300
     from bench.place p cross join lateral (select i, bench.today() - i * 7 as day from generate_series(1, ${INSPECTIONS}) i) d
     where p.n = $1`,
    `insert into catalog.condition_finding (inspection_id, position, barcode, copy_id, damage, decision)
     select i.id, row_number() over (partition by i.id order by c.accession_number), c.barcode, c.id, 'torn', 'mended-at-once'
     from bench.place p join catalog.condition_inspection i on i.school_id = p.id
     cross join lateral (select c.id, c.barcode, c.accession_number from catalog.copy c where c.school_id = p.id
       order by c.accession_number limit 10) c
     where p.n = $1`,
    `insert into catalog.retrospective_project (id, version, school_id, name, goal_volumes, begins_on, ends_on, planned_by)
     select bench.id(${ms('bench.today()')}, 83, p.n), 1, p.id, '测量用的回溯建库', 10319, bench.today() - 120, bench.today() + 30, 'bench'
     from bench.place p where p.n = $1`,
    `insert into catalog.shelf_shift (id, version, school_id, name, begins_on, ends_on, planned_by)
     select bench.id(${ms('bench.today()')}, 84, p.n), 1, p.id, '测量用的倒架', bench.today() - 200, bench.today(), 'bench'
     from bench.place p where p.n = $1`,
    `insert into catalog.shelf_shift_step (shift_id, number, to_id, stands_in, even_if_full, move_id)
     select s.id, m.number, m.to_id, m.to_id, false, m.id
     from bench.place p join catalog.shelf_shift s on s.school_id = p.id join catalog.copy_move m on m.school_id = p.id
     where p.n = $1`,
    `insert into catalog.care_rules (id, school_id, valid_from, title, rules, written_by)
     select bench.id(${ms('bench.today()')}, 85, p.n), p.id, bench.today() - 300, '爱护图书须知', array['测量用的须知'], 'bench'
     from bench.place p where p.n = $1`,
    `insert into catalog.work_report (id, school_id, kind, as_of, to_whom, lines, sent_on, sent_by, status)
     select bench.id(${ms('d.day')}, 86, p.n * 1000::bigint + d.i), p.id, 'ledgers', d.day, '测量用的领导',
       '[{"line": "individual-balance", "volumes": 1, "fen": 100}]', d.day, 'bench', 'sent'
     from bench.place p cross join lateral (select i, bench.today() - i * 30 as day from generate_series(1, 20) i) d
     where p.n = $1`,
  ],
  tables: [
    'catalog.known_compensation',
    'catalog.shelf_patrol',
    'catalog.shelf_patrol_finding',
    'catalog.mending_session',
    'catalog.condition_inspection',
    'catalog.condition_finding',
    'catalog.retrospective_project',
    'catalog.shelf_shift',
    'catalog.shelf_shift_step',
    'catalog.care_rules',
    'catalog.work_report',
  ],
};
