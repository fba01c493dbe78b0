-- registers.hold, written by `npm run emit`
-- takes uuid
-- gives nothing
select from register where school_id = $1 for update
