import type { Room } from './room.js';

const COPIES_EACH = 20;

/** To the next school: asked for, refused, taken back. None was accepted, which would be new copies there. */
export const ownershipTransfers: Room = {
  name: 'transfers between schools',
  of: 'school',
  isFilled: `select (select count(*) from bench.place) = 1 or exists (
    select from catalog.ownership_transfer t join bench.place p on p.id = t.from_school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.ownership_transfer (id, from_school_id, to_school_id, state, document_number, asked_on, asked_by, decided_on,
       decided_by, decision_note)
     select bench.id(1772323200000 + k * 864000000::bigint, 30, p.n * 1000::bigint + k), p.id, o.id, s.state, '测调' || k,
       date '2026-03-01' + k * 10, 'bench', case when s.state <> 'asked' then date '2026-03-03' + k * 10 end,
       case when s.state <> 'asked' then 'bench' end, case when s.state <> 'asked' then '测量用的理由' end
     from bench.place p join bench.place o on o.n = (p.n + 1) % (select count(*) from bench.place)
     cross join generate_series(0, 7) k
     cross join lateral (select (array['refused', 'cancelled', 'asked'])[least(k, 2) + 1] as state) s
     where p.n = $1`,
    `insert into catalog.ownership_transfer_copy (transfer_id, copy_id, open)
     select t.id, c.id, t.state = 'asked'
     from bench.place p
     join lateral (select t.*, row_number() over (order by t.id)::int - 1 as k from catalog.ownership_transfer t
       where t.from_school_id = p.id) t on true
     join catalog.copy c on c.school_id = p.id and c.stock_state = 'lendable'
       and c.accession_number > p.lent + 1000 + t.k * ${COPIES_EACH} and c.accession_number <= p.lent + 1000 + (t.k + 1) * ${COPIES_EACH}
     where p.n = $1`,
  ],
  tables: ['catalog.ownership_transfer', 'catalog.ownership_transfer_copy'],
};
