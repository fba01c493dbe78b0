import type { Room } from './room.js';

/** Forty orders of fifty works: thirty came and are the last copies of the stock, the others are on their way or undecided. */
const ORDERS = 40;
const ARRIVED = 30;
const WORKS_EACH = 50;

export const buying: Room = {
  name: 'vendors, reviews, orders and deliveries',
  of: 'school',
  isFilled: `select exists (select from catalog.purchase_order o join bench.place p on p.id = o.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.vendor (id, version, school_id, name, kind, contact, supplies, closed)
     select bench.id(1725235200000 + v, 24, p.n * 1000::bigint + v), 1, p.id, '测量书店第' || (v + 1) || '号',
       (array['bookseller', 'publisher', 'wholesaler', 'subscriptions'])[v % 4 + 1], null, null, v = 7
     from bench.place p cross join generate_series(0, 7) v where p.n = $1`,
    `create temporary table work (i int primary key, ordered int, line int, school_id uuid, title_id uuid, name text, isbn text,
       contributor text, publisher text, clc text, price_fen int, first_number int, copies int, day date, review_id uuid,
       order_id uuid, delivery_id uuid) on commit drop`,
    // A title that is not lent is there three times, one copy after the other.
    `insert into pg_temp.work (i, ordered, line, school_id, title_id, name, isbn, contributor, publisher, clc, price_fen,
       first_number, copies, day)
     select w.i, w.i / ${WORKS_EACH}, w.i % ${WORKS_EACH} + 1, p.id, t.id, coalesce(t.title, '测量待购图书第' || (w.i + 1) || '种'),
       t.isbns[1], t.contributors[1], t.publisher, coalesce(t.clc, 'I287.5'), coalesce(t.price_fen, 2400), g.first_number,
       coalesce(g.copies, 3),
       coalesce(g.day, date '2026-02-01' + (w.i / ${WORKS_EACH} - ${ARRIVED}) * 12)
     from bench.place p cross join generate_series(0, ${ORDERS * WORKS_EACH - 1}) w (i)
     left join (
       select title_id, min(accession_number) as first_number, count(*)::int as copies, max(accessioned_on) as day,
              row_number() over (order by min(accession_number) desc) as place
       from bench.place p join catalog.copy c on c.school_id = p.id
       where p.n = $1 and c.accession_number > p.copies - ${ARRIVED * WORKS_EACH * 3} - 6 and c.accession_number <= p.copies
       group by title_id, (c.accession_number - 1 - p.lent) / 3
     ) g on w.i < ${ARRIVED * WORKS_EACH} and g.place = ${ARRIVED * WORKS_EACH} - w.i
     left join catalog.title t on t.id = g.title_id
     where p.n = $1`,
    `update pg_temp.work w set day = o.day, review_id = bench.id(o.ms - 3456000000 + w.i, 21, $1::int * 1000000::bigint + w.i),
       order_id = bench.id(o.ms - 1728000000, 22, $1::int * 1000::bigint + w.ordered),
       delivery_id = bench.id(o.ms, 23, $1::int * 1000::bigint + w.ordered)
     from (select ordered, max(day) as day, extract(epoch from max(day))::bigint * 1000 as ms from pg_temp.work group by 1) o
     where o.ordered = w.ordered`,
    `insert into catalog.suitability_review (id, school_id, title_id, isbn, name, name_key, contributor, publisher, clc, verdict,
       audience, first_grade, last_grade, reviewer, reviewed_on, reviewed_by)
     select review_id, school_id, title_id, isbn, name, lower(name), contributor, publisher, clc, 'suitable', 'pupils', 1, 9,
       '测量审读人', day - 40, 'bench'
     from pg_temp.work order by i`,
    `insert into catalog.suitability_review (id, school_id, name, name_key, verdict, audience, reviewer, reviewed_on, reviewed_by)
     select bench.id(1777593600000 + u, 40, p.n * 1000::bigint + u), p.id, '测量不宜图书第' || u || '种',
       '测量不宜图书第' || u || '种', 'unsuitable', 'pupils', '测量审读人', date '2026-05-01', 'bench'
     from bench.place p cross join generate_series(1, 60) u where p.n = $1`,
    `insert into catalog.purchase_order (id, version, school_id, name, vendor_id, status, created_on, next_line)
     select o.order_id, coalesce(s.steps, 0) + 1, o.school_id, '测量订单第' || (o.ordered + 1) || '号',
       bench.id(1725235200000 + o.ordered % 8, 24, $1::int * 1000::bigint + o.ordered % 8), s.status, o.day - 20, ${WORKS_EACH + 1}
     from (select distinct order_id, school_id, ordered, day from pg_temp.work) o
     cross join lateral (
       select case when o.ordered < ${ARRIVED + 4} then 'approved' when o.ordered < ${ARRIVED + 7} then 'submitted'
                   when o.ordered = ${ARRIVED + 7} then 'draft' when o.ordered = ${ARRIVED + 8} then 'refused' else 'cancelled' end as status,
              case when o.ordered between ${ARRIVED + 4} and ${ARRIVED + 6} then 1 when o.ordered = ${ARRIVED + 7} then 0 else 2 end as steps) s`,
    `insert into catalog.purchase_order_step (order_id, version, action, on_day, by_whom)
     select o.id, s.version, s.action, o.created_on + s.version, 'bench'
     from bench.place p join catalog.purchase_order o on o.school_id = p.id
     join lateral (values (2, 'submit'), (3, case o.status when 'approved' then 'approve' when 'refused' then 'refuse' else 'cancel' end))
       s (version, action) on s.version <= o.version
     where p.n = $1`,
    `insert into catalog.purchase_order_line (order_id, number, review_id, kind, quantity, unit_price_fen, arriving, accepted)
     select order_id, line, review_id, 'book', copies, price_fen,
       case when ordered between ${ARRIVED} and ${ARRIVED + 2} then copies else 0 end,
       case when ordered < ${ARRIVED} then copies else 0 end
     from pg_temp.work order by i`,
    `insert into catalog.delivery (id, version, school_id, source, order_id, document_number, arrived_on, status, recorded_by,
       settled_on, settled_by, reason, first_accession_number, last_accession_number)
     select delivery_id, case s.status when 'checking' then 1 else 2 end, school_id, 'order', order_id, '测送' || ordered, day, s.status,
       'bench', case when s.status <> 'checking' then day end, case when s.status <> 'checking' then 'bench' end,
       case s.status when 'sent-back' then '测量用的理由' end, min(first_number), max(first_number + copies - 1)
     from pg_temp.work
     cross join lateral (select case when ordered < ${ARRIVED} then 'accepted' when ordered < ${ARRIVED + 3} then 'checking'
       else 'sent-back' end as status) s
     where ordered <= ${ARRIVED + 3}
     group by delivery_id, school_id, order_id, ordered, day, s.status`,
    `insert into catalog.delivery_line (delivery_id, number, order_id, order_line, review_id, kind, unit_price_fen, received, short,
       damaged, wrong, title_id, first_accession_number)
     select delivery_id, line, order_id, line, review_id, 'book', price_fen, copies, 0, 0, 0, title_id, first_number
     from pg_temp.work where ordered <= ${ARRIVED + 3} order by i`,
    `insert into catalog.acquisition_plan (id, version, school_id, year, print_volumes, ebooks, periodical_titles, budget_fen)
     select bench.id(extract(epoch from make_date(y, 1, 5))::bigint * 1000, 26, p.n * 10000::bigint + y), 1, p.id, y,
       2000 + (y - 2022) * 50, 100, 40, 5000000 + (y - 2022) * 200000
     from bench.place p cross join generate_series(2022, 2026) y where p.n = $1`,
    `insert into catalog.suggestion (id, school_id, name, name_key, channel, asker, course, suggested_on, suggested_by, status,
       order_id, words, decided_on, decided_by)
     select bench.id(1735689600000 + i * 86400000::bigint * 2, 25, p.n * 1000::bigint + i), p.id, '测量想读的书第' || i || '种',
       '测量想读的书第' || i || '种', (array['form', 'message', 'survey'])[i % 3 + 1],
       case i % 4 when 0 then 'teacher' else 'reader' end, case i % 4 when 0 then '语文' end, date '2025-01-01' + i * 2,
       bench.id(1735689600000, 41, p.n * 1000::bigint + i)::text, s.status,
       case s.status when 'ordered' then (select order_id from pg_temp.work where ordered = i % ${ORDERS} limit 1) end,
       case s.status when 'declined' then '测量用的答复' end, case when s.status <> 'open' then date '2025-01-11' + i * 2 end,
       case when s.status <> 'open' then 'bench' end
     from bench.place p cross join generate_series(1, 200) i
     cross join lateral (select case i % 5 when 3 then 'ordered' when 4 then 'declined' else 'open' end as status) s
     where p.n = $1`,
    `insert into catalog.suggestion_vote (suggestion_id, by_whom)
     select s.id, bench.id(1735689600000, 42, v)::text
     from bench.place p join catalog.suggestion s on s.school_id = p.id cross join generate_series(1, 3) v where p.n = $1`,
  ],
  tables: [
    'catalog.vendor',
    'catalog.suitability_review',
    'catalog.purchase_order',
    'catalog.purchase_order_step',
    'catalog.purchase_order_line',
    'catalog.delivery',
    'catalog.delivery_line',
    'catalog.acquisition_plan',
    'catalog.suggestion',
    'catalog.suggestion_vote',
  ],
};
