-- registers.periodNamed, written by `npm run emit`
-- takes uuid, text
-- gives nothing
select from register_period where school_id = $1 and name = $2
