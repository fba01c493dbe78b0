-- visit-target.drop, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from visit_target where school_id = $1
