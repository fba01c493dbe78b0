import type { Room } from './room.js';

/** The books were closed in January; what comes later is of the second period. */
export const registerPeriods: Room = {
  name: 'closed periods of the registers',
  of: 'school',
  isFilled: `select exists (select from catalog.register_period r join bench.place p on p.id = r.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.register_period
       (school_id, number, name, closed_on, closed_at, closed_by, last_line, titles, volumes, fen)
     select p.id, 1, '2025 年', date '2026-01-16', timestamptz '2026-01-16 16:00+08', 'bench', max(l.number), sum(l.titles),
       sum(l.volumes), sum(l.fen)
     from bench.place p join catalog.register_line l on l.school_id = p.id where p.n = $1 group by p.id`,
    `update catalog.register r set period = 2 from bench.place p where p.id = r.school_id and p.n = $1`,
  ],
  tables: ['catalog.register_period'],
};
