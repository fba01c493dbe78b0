-- weeding.keep, written by `npm run emit`
-- takes uuid, uuid[]
-- gives integer
update weeding_line set state = 'kept' where proposal_id = $1 and copy_id = any($2::uuid[]) and state = 'proposed' returning 1
