-- audience.lockChange, written by `npm run emit`
-- takes uuid
-- gives uuid, boolean
select school_id as "schoolId", undone_at is not null as undone from audience_change where id = $1 for update
