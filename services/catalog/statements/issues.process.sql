-- issues.process, written by `npm run emit`
-- takes uuid, uuid[], date
-- gives uuid
update serial_receipt set processed_on = $3::date
     where school_id = $1 and id = any($2::uuid[]) and (processed_on is null) = ($3::date is not null) returning id
