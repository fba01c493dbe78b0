-- inspections.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from condition_inspection where id = $1
