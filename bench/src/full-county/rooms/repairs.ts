import type { Room } from './room.js';

const MENDED = 200;

/** What is in repair now, what nobody could mend, and what was mended over the year. */
export const repairs: Room = {
  name: 'repairs',
  of: 'school',
  isFilled: `select exists (select from catalog.repair r join bench.place p on p.id = r.school_id and p.n = $1) as filled`,
  fill: [
    `insert into catalog.repair (id, school_id, copy_id, damage, source, was, state, taken_on, taken_by, ended_on, ended_by)
     select bench.id(extract(epoch from c.day)::bigint * 1000 + c.place, 29, p.n * 1000000::bigint + c.accession_number), p.id, c.id,
       '测量用的破损', (array['circulation', 'inspection', 'triage', 'backlog'])[c.place % 4 + 1], 'lendable', c.state, c.day, 'bench',
       case when c.state <> 'in-repair' then c.day + 5 end, case when c.state <> 'in-repair' then 'bench' end
     from bench.place p cross join lateral (
       select c.id, c.accession_number, c.place, bench.today() - 6 - (c.place % 270)::int as day,
              case when c.stock_state = 'lendable' then 'mended' when c.place % 5 = 0 then 'beyond-repair' else 'in-repair' end as state
       from (
         (select c.*, row_number() over (order by c.accession_number) as place from catalog.copy c
          where c.school_id = p.id and c.stock_state = 'repair')
         union all
         (select c.*, row_number() over (order by c.accession_number) as place from catalog.copy c
          where c.school_id = p.id and c.stock_state = 'lendable' and c.accession_number > p.lent
          order by c.accession_number limit ${MENDED})
       ) c) c
     where p.n = $1`,
  ],
  tables: ['catalog.repair'],
};
