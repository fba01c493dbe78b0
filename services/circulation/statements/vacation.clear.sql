-- vacation.clear, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from vacation_slot where arrangement_id = $1
