-- duty-shift.save, written by `npm run emit`
-- takes uuid, uuid, boolean
-- gives nothing
update duty_shift set reader_id = $2, kept = $3, version = version + 1 where id = $1
