-- weeding.next, written by `npm run emit`
-- takes uuid, bigint
-- gives uuid
select w.copy_id as id from weeding_line w left join known_lending l on l.copy_id = w.copy_id
   where w.proposal_id = $1 and w.state = 'approved' and coalesce(l.state, 'in') in ('in', 'lost')
   order by w.accession_number limit $2
