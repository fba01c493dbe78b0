-- weeding.unkeep, written by `npm run emit`
-- takes uuid
-- gives nothing
update weeding_line w set state = 'proposed' where w.proposal_id = $1 and w.state = 'kept'
     and not exists (select from weeding_line o where o.copy_id = w.copy_id and o.state in ('proposed', 'approved'))
