-- weeding.undoReview, written by `npm run emit`
-- takes uuid
-- gives nothing
update weeding_proposal set state = 'proposed', reviewed_on = null, reviewed_by = null where id = $1
