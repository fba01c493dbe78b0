-- weeding.left, written by `npm run emit`
-- takes uuid
-- gives integer, integer
select count(*)::int as lines, count(*) filter (where l.state in ('on-loan', 'hold-shelf', 'in-transit'))::int as away
   from weeding_line w left join known_lending l on l.copy_id = w.copy_id
   where w.proposal_id = $1 and w.state = 'approved'
