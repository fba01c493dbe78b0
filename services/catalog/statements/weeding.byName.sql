-- weeding.byName, written by `npm run emit`
-- takes uuid, uuid[], uuid
-- gives integer
insert into weeding_line (proposal_id, copy_id, accession_number)
   select $1::uuid, c.id, c.accession_number
   from copy c left join known_lending l on l.copy_id = c.id
   where c.id = any($2::uuid[]) and c.school_id = $3 and c.stock_state not in ('withdrawn', 'missing')
     and coalesce(l.state, 'in') = 'in'
   order by c.id on conflict do nothing returning 1
