-- registers.isOfCopy, written by `npm run emit`
-- takes uuid, integer, uuid
-- gives nothing
select from register_line where school_id = $1 and number = $2 and copy_id = $3
