-- bindings.add, written by `npm run emit`
-- takes uuid, uuid, uuid, integer, integer, integer, integer, text, date, text
-- gives nothing
insert into serial_binding (id, school_id, title_id, year, month, issues, missing, incomplete_reason, bound_on, bound_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
