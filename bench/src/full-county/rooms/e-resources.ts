import type { Room } from './room.js';

/** Resources of each school: databases with terms of this year, a database of its own with entries, and sites for readers. */
export const eResources: Room = {
  name: 'electronic resources, e-books and trials',
  of: 'school',
  isFilled: `select exists (select from catalog.e_resource r join bench.place p on p.id = r.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.e_resource (id, version, school_id, kind, name, provider, url, subject, first_grade, last_grade, added_on, added_by,
       published_on, ends_on)
     select bench.id(1767571200000 + k, 60, p.n * 100::bigint + k), 1, p.id,
       (array['database', 'e-book-package', 'e-journal-package', 'website', 'feature-database'])[k % 5 + 1], '资源' || k, '提供单位' || k % 7,
       'https://library.example/' || k, case when k % 3 = 0 then '语文' end, 1, 12, date '2026-01-05', 'bench',
       case when k % 2 = 0 or k % 5 = 4 then date '2026-01-06' end, case when k % 5 < 3 then date '2026-01-01' + 90 * (k % 5 + 1) end
     from bench.place p cross join generate_series(1, 20) k where p.n = $1`,
    `insert into catalog.e_resource_line (id, resource_id, number, kind, starts_on, ends_on, cost_fen, quota, entered_on, entered_by)
     select bench.id(1767571200000 + k, 61, p.n * 100::bigint + k), bench.id(1767571200000 + k, 60, p.n * 100::bigint + k), 1, 'subscription',
       date '2026-01-01', date '2026-01-01' + 90 * (k % 5 + 1), 100000 * k, 1000 * k, date '2026-01-05', 'bench'
     from bench.place p cross join generate_series(1, 20) k where p.n = $1 and k % 5 < 3`,
    `insert into catalog.feature_entry (id, version, resource_id, name, subject, url, entered_on, entered_by)
     select bench.id(1767657600000 + e, 62, p.n * 10000::bigint + k * 100 + e), 1, bench.id(1767571200000 + k, 60, p.n * 100::bigint + k),
       '条目' || e, '校史', 'https://library.example/entries/' || e, date '2026-01-06', 'bench'
     from bench.place p cross join generate_series(4, 20, 5) k cross join generate_series(1, 60) e where p.n = $1`,
    `insert into catalog.e_book_line (id, school_id, number, kind, counts_as, on_day, volumes, fen, entered_on, entered_by)
     select bench.id(1767744000000 + k, 63, p.n * 1000::bigint + k), p.id, k, w.kind, w.kind, date '2020-01-01' + 20 * k, w.volumes, 1000 * k,
       date '2020-01-01' + 20 * k, 'bench'
     from bench.place p cross join generate_series(1, 100) k
     cross join lateral (select (array['bought', 'donated', 'county', 'free', 'removed'])[k % 5 + 1] as kind,
       case when k % 5 = 4 then -10 else 100 end as volumes) w
     where p.n = $1`,
    `insert into catalog.e_resource_trial (id, version, school_id, kind, name, starts_on, ends_on, state, added_by)
     select bench.id(1772323200000 + k, 64, p.n * 100::bigint + k), 1, p.id, 'database', '试用' || k, date '2026-03-01', date '2026-05-31',
       case when k % 2 = 0 then 'running' else 'declined' end, 'bench'
     from bench.place p cross join generate_series(1, 4) k where p.n = $1`,
    `insert into catalog.e_resource_evaluation (trial_id, evaluated_by, evaluator, mark, words, on_day)
     select bench.id(1772323200000 + k, 64, p.n * 100::bigint + k), 'bench-' || e, '评估组' || e, e % 5 + 1, '适用', date '2026-04-01'
     from bench.place p cross join generate_series(1, 4) k cross join generate_series(1, 6) e where p.n = $1`,
  ],
  tables: [
    'catalog.e_resource',
    'catalog.e_resource_line',
    'catalog.feature_entry',
    'catalog.e_book_line',
    'catalog.e_resource_trial',
    'catalog.e_resource_evaluation',
  ],
};
