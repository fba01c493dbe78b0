import type { Room } from './room.js';

/** Files in the archive of each school. */
const FILES = 2_000;

/** An archive of each school: units, files on the shelf and with units, reminders, yearbooks, certificates, proposals. */
export const archives: Room = {
  name: 'archives',
  of: 'school',
  isFilled: `select exists (select from catalog.archive_unit u join bench.place p on p.id = u.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.archive_unit (id, version, school_id, name, officer, contact, closed)
     select bench.id(1767225600000 + u, 70, p.n * 100::bigint + u), 1, p.id, '部门' || u, '档案员' || u, '分机 ' || 8000 + u, false
     from bench.place p cross join generate_series(1, 12) u where p.n = $1`,
    `insert into catalog.archive_intake (unit_id, year, items, changed_on, changed_by)
     select bench.id(1767225600000 + u, 70, p.n * 100::bigint + u), 2025, '[{"name":"总结","doneOn":"2026-01-10"},{"name":"照片","doneOn":null}]',
       date '2026-01-10', 'bench'
     from bench.place p cross join generate_series(1, 12) u where p.n = $1`,
    `insert into catalog.archive_scope (id, school_id, class, name, retention, closed)
     select bench.id(1767225600000 + s, 71, p.n * 100::bigint + s), p.id, 'ordinary', '范围' || s, '30-years', false
     from bench.place p cross join generate_series(1, 20) s where p.n = $1`,
    `insert into catalog.archive_file (id, version, school_id, unit_id, class, year, number, code, title, retention, state, filed_on, place,
       entered_on, entered_by)
     select bench.id(1767312000000 + f, 72, p.n * 100000::bigint + f), 1, p.id, bench.id(1767225600000 + f % 12 + 1, 70, p.n * 100::bigint + f % 12 + 1),
       c.class, 2000 + f / 100, f, 'D' || f, '档案' || f || '号', (array['permanent', '30-years', '10-years'])[f % 3 + 1],
       case when f % 40 = 0 then 'with-unit' else 'shelved' end, case when f % 40 > 0 then make_date(2001 + f / 100, 3, 1) end,
       case when f % 40 > 0 then f % 30 || '架' end, date '2026-01-02', 'bench'
     from bench.place p cross join generate_series(1, ${FILES}) f
     cross join lateral (select (array['administrative', 'pupil-files', 'ordinary'])[f % 3 + 1] as class) c
     where p.n = $1`,
    `insert into catalog.archive_step (id, school_id, file_id, number, step, was, state, document_number, receiver, on_day, by)
     select bench.id(1769904000000 + f, 73, p.n * 100000::bigint + f), p.id, bench.id(1767312000000 + f, 72, p.n * 100000::bigint + f), 1, 'hand-over',
       'shelved', 'handed-over', '调' || f, '县一中', date '2026-02-01' + f % 90, 'bench'
     from bench.place p cross join generate_series(1, 300) f where p.n = $1 and f % 40 > 0`,
    `insert into catalog.archive_reminder (id, unit_id, year, on_day, by, reminded, files)
     select bench.id(1769904000000 + r, 74, p.n * 100::bigint + r), bench.id(1767225600000 + r, 70, p.n * 100::bigint + r), 2010, date '2026-02-01',
       'bench', '档案员' || r, 3
     from bench.place p cross join generate_series(1, 12) r where p.n = $1`,
    `insert into catalog.archive_expectation (school_id, class, year, expected, set_on, set_by)
     select p.id, 'ordinary', 2000 + y, 40, date '2026-01-02', 'bench' from bench.place p cross join generate_series(0, 20) y where p.n = $1`,
    `insert into catalog.archive_destruction (id, school_id, name, state, proposed_on, proposed_by)
     select bench.id(1772323200000, 75, p.n), p.id, '清理', 'proposed', date '2026-03-01', 'bench' from bench.place p where p.n = $1`,
    `insert into catalog.archive_destruction_file (destruction_id, file_id, open)
     select bench.id(1772323200000, 75, p.n), f.id, true from bench.place p join catalog.archive_file f on f.school_id = p.id
     where p.n = $1 and f.retention = '10-years' and f.filed_on < date '2010-01-01' and f.state = 'shelved'`,
    `insert into catalog.archive_yearbook (id, school_id, year, name, state, copies, begun_on, begun_by)
     select bench.id(1767225600000 + y, 76, p.n * 100::bigint + y), p.id, 2015 + y, 2015 + y || '年鉴', 'bound', 50, date '2026-01-01', 'bench'
     from bench.place p cross join generate_series(1, 10) y where p.n = $1`,
    `insert into catalog.archive_yearbook_issue (id, yearbook_id, number, recipient, copies, on_day, by)
     select bench.id(1767225600000 + y * 100 + i, 77, p.n * 10000::bigint + y * 100 + i), bench.id(1767225600000 + y, 76, p.n * 100::bigint + y), i,
       '教研组' || i, 2, date '2026-01-05', 'bench'
     from bench.place p cross join generate_series(1, 10) y cross join generate_series(1, 15) i where p.n = $1`,
    `insert into catalog.archive_certificate (id, school_id, kind, number, reader_id, year, state, received_on, received_by)
     select bench.id(1767225600000 + c, 78, p.n * 1000::bigint + c), p.id, 'school', '校' || c, bench.id(1, 79, p.n * 1000::bigint + c), 2020, 'held',
       date '2026-01-05', 'bench'
     from bench.place p cross join generate_series(1, 100) c where p.n = $1`,
  ],
  tables: [
    'catalog.archive_unit',
    'catalog.archive_intake',
    'catalog.archive_scope',
    'catalog.archive_file',
    'catalog.archive_step',
    'catalog.archive_reminder',
    'catalog.archive_expectation',
    'catalog.archive_destruction',
    'catalog.archive_destruction_file',
    'catalog.archive_yearbook',
    'catalog.archive_yearbook_issue',
    'catalog.archive_certificate',
  ],
};
