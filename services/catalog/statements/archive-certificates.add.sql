-- archive-certificates.add, written by `npm run emit`
-- takes uuid, jsonb, date, text
-- gives nothing
insert into archive_certificate (id, school_id, kind, number, reader_id, year, state, received_on, received_by, note)
   select c.id, $1, c.kind, c.number, c."readerId", c.year, 'held', $3, $4, c.note
   from jsonb_to_recordset($2::jsonb) as c(id uuid, kind text, number text, "readerId" uuid, year int, note text)
