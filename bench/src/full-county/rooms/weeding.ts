import type { Room } from './room.js';

const LINES = 100;

/** Six proposals, each at another point of its way. */
export const weeding: Room = {
  name: 'weeding proposals',
  of: 'school',
  isFilled: `select exists (select from catalog.weeding_proposal w join bench.place p on p.id = w.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.weeding_proposal (id, school_id, name, reason, state, proposed_on, proposed_by, reviewed_on, reviewed_by,
       decided_on, decided_by, document_number)
     select bench.id(1767225600000 + s.k * 864000000::bigint, 28, p.n * 1000::bigint + s.k), p.id, '测量剔旧第' || (s.k + 1) || '批',
       (array['damaged', 'surplus', 'outdated'])[s.k % 3 + 1], s.state, date '2026-01-01' + s.k * 10, 'bench',
       case when s.reviewed then date '2026-01-03' + s.k * 10 end, case when s.reviewed then 'bench-head' end,
       case when s.decided then date '2026-01-05' + s.k * 10 end, case when s.decided then 'bench-office' end,
       case when s.state in ('approved', 'done') then '测批' || s.k end
     from bench.place p cross join (values (0, 'done', true, true), (1, 'approved', true, true), (2, 'refused', true, true),
       (3, 'cancelled', false, false), (4, 'reviewed', true, false), (5, 'proposed', false, false)) s (k, state, reviewed, decided)
     where p.n = $1`,
    `insert into catalog.weeding_line (proposal_id, copy_id, accession_number, state, withdrawn_on)
     select w.id, c.id, c.accession_number, case when w.state in ('approved', 'reviewed', 'refused') and c.place % 10 = 0 then 'kept'
         else case w.state when 'done' then 'withdrawn' when 'approved' then 'approved' when 'refused' then 'dropped'
           when 'cancelled' then 'dropped' else 'proposed' end end, case w.state when 'done' then c.withdrawn_on end
     from bench.place p
     join lateral (select w.*, row_number() over (order by w.id)::int - 1 as k from catalog.weeding_proposal w where w.school_id = p.id) w on true
     join lateral (
       select c.id, c.accession_number, c.withdrawn_on, row_number() over (order by c.accession_number) as place
       from catalog.copy c
       where c.school_id = p.id and c.stock_state = case w.state when 'done' then 'withdrawn' else 'lendable' end
         and c.accession_number > p.lent + case w.state when 'done' then 0 else 2500 + w.k * 150 end
       order by c.accession_number limit ${LINES}) c on true
     where p.n = $1 and (w.state = 'done' or c.accession_number <= p.lent + 2500 + (w.k + 1) * 150)`,
  ],
  tables: ['catalog.weeding_proposal', 'catalog.weeding_line'],
};
