-- duty-shift.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from duty_shift where id = $1
