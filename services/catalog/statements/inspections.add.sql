-- inspections.add, written by `npm run emit`
-- takes uuid, uuid, text, date, text, date, text, uuid, integer, text
-- gives nothing
insert into condition_inspection (id, school_id, what, inspected_on, inspected_by, entered_on, entered_by, location_id,
     looked_at, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
