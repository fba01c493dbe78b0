-- audience.addChange, written by `npm run emit`
-- takes uuid, uuid, integer, timestamp with time zone, text
-- gives nothing
insert into audience_change (id, school_id, titles, changed_at, changed_by) values ($1, $2, $3, $4, $5)
