-- registers.mended, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from register_difference where school_id = $1
