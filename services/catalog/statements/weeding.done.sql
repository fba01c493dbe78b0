-- weeding.done, written by `npm run emit`
-- takes uuid
-- gives nothing
update weeding_proposal set state = 'done' where id = $1
