-- weeding.moveLines, written by `npm run emit`
-- takes uuid, text
-- gives nothing
update weeding_line set state = $2 where proposal_id = $1 and state in ('proposed', 'approved')
