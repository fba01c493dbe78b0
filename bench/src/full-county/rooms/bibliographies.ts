import type { Room } from './room.js';

const LISTS = 10;
const ENTRIES = 30;
const KINDS = `(array['subject', 'course', 'new-books', 'e-books', 'digest'])`;

/** Ten booklists of a school; the largest county has as many of its own as it has schools. */
export const bibliographies: Room = {
  name: 'booklists',
  of: 'school',
  isFilled: `select exists (select from catalog.bibliography b join bench.place p on p.id = b.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.bibliography (id, school_id, kind, name, about, audience, written_by, changed_at, published_on)
     select bench.id(1756684800000 + b * 864000000::bigint + p.n, 31, p.n * 1000::bigint + b), case when b < ${LISTS} then p.id end,
       ${KINDS}[b % 5 + 1], '测量书目第' || (b + 1) || '种', '测量用的说明', '学生', 'bench', timestamptz '2025-09-01 10:00+08' + b * interval '10 days',
       case when b % 5 < 4 then date '2025-09-02' + b * 10 end
     from bench.place p cross join generate_series(0, ${LISTS}) b where p.n = $1`,
    `insert into catalog.bibliography_entry (bibliography_id, place, title_id, note)
     select bench.id(1756684800000 + b * 864000000::bigint + p.n, 31, p.n * 1000::bigint + b), e, c.title_id, '测量用的推荐语'
     from bench.place p cross join generate_series(0, ${LISTS}) b cross join generate_series(1, ${ENTRIES}) e
     join catalog.copy c on c.school_id = p.id and c.accession_number = (b * ${ENTRIES} + e) * 7
     where p.n = $1`,
  ],
  tables: ['catalog.bibliography', 'catalog.bibliography_entry'],
};
