-- writeOffs.add, written by `npm run emit`
-- takes uuid, uuid, uuid, text, date, text
-- gives nothing
insert into write_off (id, school_id, compensation_id, reason, asked_on, asked_by) values ($1, $2, $3, $4, $5, $6)
