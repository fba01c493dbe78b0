-- distribution.allot, written by `npm run emit`
-- takes uuid, integer, uuid, jsonb
-- gives nothing
insert into serial_allotment (school_id, year, title_id, office, copies)
   select $1, $2, $3, o.office, o.copies from jsonb_to_recordset($4::jsonb) as o(office text, copies int)
