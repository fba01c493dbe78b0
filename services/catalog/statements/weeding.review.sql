-- weeding.review, written by `npm run emit`
-- takes uuid, date, text, text
-- gives nothing
update weeding_proposal set state = 'reviewed', reviewed_on = $2, reviewed_by = $3, note = coalesce($4, note) where id = $1
