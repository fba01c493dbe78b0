import type { Room } from './room.js';

/** Six deliveries of this term, bought on the spot or given, fifty copies each; the last is still in processing. */
const DELIVERIES = 6;
const TITLES_EACH = 25;

export const newBooks: Room = {
  name: 'books of this term and their processing',
  of: 'school',
  isFilled: `select exists (select from catalog.processing_step s join bench.place p on p.id = s.school_id and p.n = $1) as filled`,
  fill: [
    `create temporary table new_book (m int primary key, k int, line int, copy_id uuid, review_id uuid, delivery_id uuid,
       school_id uuid, title_id uuid, number int, barcode text, clc text, book_number text, call_number text, price_fen int,
       day date, state text) on commit drop`,
    // Further copies of titles that are there: none of them is the first of its class.
    `insert into pg_temp.new_book
     select m, k, j % ${TITLES_EACH} + 1, bench.id(ms + m, 37, p.n * 1000000::bigint + m),
       bench.id(ms - 864000000 + j, 38, p.n * 1000000::bigint + j), bench.id(ms, 39, p.n * 1000::bigint + k), p.id, c.title_id,
       p.copies + 1 + m, p.code || lpad((p.copies + 1 + m)::text, 8, '0'), c.clc, c.book_number, c.call_number, c.price_fen, day,
       case k when ${DELIVERIES - 1} then 'processing' else 'lendable' end
     from bench.place p
     cross join lateral (
       select c.*, row_number() over (order by c.accession_number)::int - 1 as j
       from catalog.copy c where c.school_id = p.id and c.accession_number between p.lent + 1 and p.lent + 2000
         and (c.accession_number - p.lent) % 3 = 1 and c.stock_state = 'lendable'
       order by c.accession_number limit ${DELIVERIES * TITLES_EACH}) c
     cross join generate_series(0, 1) twice
     cross join lateral (select j * 2 + twice as m, j / ${TITLES_EACH} as k) o
     cross join lateral (select date '2026-01-20' + 25 * k as day) d
     cross join lateral (select extract(epoch from day)::bigint * 1000 as ms) a
     where p.n = $1`,
    `insert into catalog.suitability_review (id, school_id, title_id, isbn, name, name_key, contributor, publisher, clc, verdict,
       audience, first_grade, last_grade, reviewer, reviewed_on, reviewed_by)
     select b.review_id, b.school_id, t.id, t.isbns[1], t.title, lower(t.title), t.contributors[1], t.publisher, b.clc, 'suitable',
       'pupils', 1, 9, '测量审读人', b.day - 10, 'bench'
     from pg_temp.new_book b join catalog.title t on t.id = b.title_id where b.m % 2 = 0`,
    `insert into catalog.delivery (id, version, school_id, source, origin, document_number, arrived_on, status, recorded_by,
       settled_on, settled_by, first_accession_number, last_accession_number)
     select delivery_id, 2, school_id, case k % 3 when 1 then 'donation' else 'field-purchase' end, '测量来源',
       '测收' || k, day - 2, 'accepted', 'bench', day, 'bench', min(number), max(number)
     from pg_temp.new_book group by delivery_id, school_id, k, day`,
    `insert into catalog.delivery_line (delivery_id, number, review_id, kind, unit_price_fen, received, short, damaged, wrong,
       title_id, first_accession_number)
     select delivery_id, line, review_id, 'book', price_fen, 2, 0, 0, 0, title_id, number from pg_temp.new_book where m % 2 = 0`,
    `insert into catalog.copy (id, title_id, school_id, barcode, accession_number, clc, book_number, call_number, kind, location,
       price_fen, stock_state, accessioned_on)
     select copy_id, title_id, school_id, barcode, number, clc, book_number, call_number, 'book', '书库', price_fen, state, day
     from pg_temp.new_book order by m`,
    `insert into catalog.register_batch (school_id, number, period, day, side, source, delivery_id)
     select b.school_id, r.next_batch + b.k, r.period, b.day, 'in', case b.k % 3 when 1 then 'donation' else 'purchase' end,
       b.delivery_id
     from (select distinct school_id, k, day, delivery_id from pg_temp.new_book) b join catalog.register r using (school_id)`,
    `insert into catalog.register_line (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc,
       by_whom)
     select b.school_id, r.next_line + b.m, r.next_batch + b.k, r.period, b.day, 'accession', b.copy_id, b.title_id, 1, 0,
       b.price_fen, b.clc, 'bench'
     from pg_temp.new_book b join catalog.register r using (school_id) order by b.m`,
    `update catalog.register r set next_line = r.next_line + b.copies, next_batch = r.next_batch + ${DELIVERIES}
     from (select school_id, count(*)::int as copies from pg_temp.new_book group by 1) b where b.school_id = r.school_id`,
    `update catalog.accession_counter a set next = a.next + b.copies
     from (select school_id, count(*)::int as copies from pg_temp.new_book group by 1) b where b.school_id = a.school_id`,
    `insert into circulation.known_copy (copy_id, title_id, school_id, barcode, kind, stock_state, clc, price_fen, call_number,
       version, described_version)
     select copy_id, title_id, school_id, barcode, 'book', state, clc, price_fen, call_number, 1, 1 from pg_temp.new_book`,
    `insert into circulation.lent_copy (copy_id) select copy_id from pg_temp.new_book`,
    `insert into reporting.known_copy (copy_id, school_id, title_id, clc, kind, price_fen, since, version)
     select copy_id, school_id, title_id, clc, 'book', price_fen, day, 1 from pg_temp.new_book`,
    // Each of the last delivery has come another way; those before, and the last ones of the stock, have come to the shelf.
    `insert into catalog.processing_step (copy_id, school_id, stage, done_on, done_at, done_by)
     select w.copy_id, w.school_id, s.stage, w.day + s.after, w.day + s.after + time '10:00' at time zone 'Asia/Shanghai', 'bench'
     from (
       select copy_id, school_id, day, case state when 'processing' then m % 8 else 8 end as steps from pg_temp.new_book
       union all
       select c.id, c.school_id, c.accessioned_on, 8 from bench.place p join catalog.copy c on c.school_id = p.id
       where p.n = $1 and c.accession_number between p.copies - 300 and p.copies
     ) w
     join (values (1, 'received', -4), (2, 'accepted', -2), (3, 'stamped', -1), (4, 'classified', 1), (5, 'catalogued', 2),
                  (6, 'labelled', 4), (7, 'shelved', 6), (8, 'lendable', 7)) s (at, stage, after) on s.at <= w.steps
     order by w.day + s.after, s.at`,
  ],
  tables: [
    'catalog.copy',
    'catalog.register_line',
    'catalog.register_batch',
    'catalog.suitability_review',
    'catalog.delivery',
    'catalog.delivery_line',
    'catalog.processing_step',
    'circulation.known_copy',
    'circulation.lent_copy',
    'reporting.known_copy',
  ],
};
