import type { Room } from './room.js';

const SERIALS = 200;
/** Titles to which each school subscribes this year. */
const SUBSCRIBED = 40;
const PATTERN = `'{"every":"month","weekdays":[],"anchor":null,"days":[10],"months":[1,2,3,4,5,6,7,8,9,10,11,12],"combined":[]}'`;

/** Monthlies of the county with their issues of this year; every tenth is one that each school must have. */
export const serials: Room = {
  name: 'serials of the county',
  of: 'county',
  isFilled: 'select exists (select from catalog.serial) as filled',
  fill: [
    `insert into catalog.serial (title_id, kind, issn, postal_code, pattern, price_fen, audience)
     select id, case n % 5 when 0 then 'newspaper' else 'periodical' end, null, '测' || n, ${PATTERN}, 600, 'all'
     from (select id, row_number() over (order by id) as n from catalog.title where merged_into is null limit ${SERIALS}) t`,
    `insert into catalog.serial_issue (id, title_id, year, first, last, label, due_on, missing_from)
     select bench.id(extract(epoch from due)::bigint * 1000 + n, 44, n * 100 + m), title_id, 2026, m, m, '2026 年第 ' || m || ' 期', due,
       due + 30
     from (select title_id, row_number() over (order by title_id) as n from catalog.serial) s cross join generate_series(1, 12) m
     cross join lateral (select make_date(2026, m, 10) as due) d`,
    `insert into catalog.serial_mandate (id, title_id, year, copies, price_fen, order_by, pay_by, set_on, set_by)
     select bench.id(1764547200000 + n, 45, n), title_id, 2026, 1, 7200, '2025-12-20', '2026-03-31', '2025-12-01', 'bench'
     from (select title_id, row_number() over (order by title_id) as n from catalog.serial) s where n % 10 = 0`,
  ],
  tables: ['catalog.serial', 'catalog.serial_issue', 'catalog.serial_mandate'],
};

/** A round of this year with its lines; what came of it, and one issue of fifty that is asked for again. */
export const subscriptions: Room = {
  name: 'subscriptions and issues that came',
  of: 'school',
  isFilled: `select exists (select from catalog.subscription_round r join bench.place p on p.id = r.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.subscription_round (id, version, school_id, year, status, created_on, approved_on, next_line)
     select bench.id(1760486400000, 46, p.n), 3, p.id, 2026, 'approved', date '2025-10-15', date '2025-11-01', ${SUBSCRIBED + 1}
     from bench.place p where p.n = $1`,
    `insert into catalog.subscription_step (round_id, version, action, on_day, by_whom)
     select bench.id(1760486400000, 46, p.n), s.version, s.action, s.day, 'bench' from bench.place p
     cross join (values (2, 'submit', date '2025-10-25'), (3, 'approve', date '2025-11-01')) s (version, action, day) where p.n = $1`,
    `insert into catalog.subscription_line (round_id, number, title_id, room, copies, price_fen, verdict, reviewed_on, reviewed_by)
     select bench.id(1760486400000, 46, p.n), s.n, s.title_id, (array['pupils', 'teachers', 'staff'])[s.n % 3 + 1], 1, 7200,
       case when s.n % 7 = 0 then null else 'accept' end, case when s.n % 7 = 0 then null else date '2025-10-20' end,
       case when s.n % 7 = 0 then null else 'bench' end
     from bench.place p cross join (
       select title_id, row_number() over (order by title_id)::int as n from catalog.serial limit ${SUBSCRIBED}) s
     where p.n = $1`,
    `insert into catalog.serial_receipt (id, school_id, issue_id, copies, received_on, received_by, processed_on, displayed_on)
     select bench.id(extract(epoch from i.due_on)::bigint * 1000 + l.number, 47, p.n * 1000000::bigint + l.number * 100 + i.first), p.id, i.id,
       1, i.due_on + 2, 'bench', i.due_on + 3, i.due_on + 3
     from bench.place p join catalog.subscription_line l on l.round_id = bench.id(1760486400000, 46, p.n)
     join catalog.serial_issue i on i.title_id = l.title_id and i.due_on < bench.today() - 5
     where p.n = $1 and (l.number * 12 + i.first + p.n) % 25 > 0`,
    `insert into catalog.serial_claim (id, school_id, issue_id, copies, claimed_on, last_claimed_on, claimed_by)
     select bench.id(1779235200000 + l.number, 48, p.n * 1000000::bigint + l.number * 100 + i.first), p.id, i.id, 1, date '2026-05-20',
       date '2026-05-20', 'bench'
     from bench.place p join catalog.subscription_line l on l.round_id = bench.id(1760486400000, 46, p.n)
     join catalog.serial_issue i on i.title_id = l.title_id and i.missing_from < date '2026-05-20'
     where p.n = $1 and (l.number * 12 + i.first + p.n) % 50 = 0`,
    `insert into catalog.mandate_payment (id, mandate_id, school_id, fen, paid_on, entered_by)
     select bench.id(1772323200000 + k, 49, p.n * 1000::bigint + k), m.id, p.id, 7200, date '2026-03-01', 'bench'
     from bench.place p cross join (
       select id, row_number() over (order by id) as k from catalog.serial_mandate) m
     where p.n = $1 and (k + p.n) % 4 > 0`,
  ],
  tables: [
    'catalog.subscription_round',
    'catalog.subscription_step',
    'catalog.subscription_line',
    'catalog.serial_receipt',
    'catalog.serial_claim',
    'catalog.mandate_payment',
  ],
};
