-- weeding.struck, written by `npm run emit`
-- takes uuid, uuid[], date
-- gives nothing
update weeding_line set state = 'withdrawn', withdrawn_on = $3 where proposal_id = $1 and copy_id = any($2::uuid[])
