-- archive-yearbooks.add, written by `npm run emit`
-- takes uuid, uuid, integer, text, text, date, text
-- gives nothing
insert into archive_yearbook (id, school_id, year, name, state, note, begun_on, begun_by)
   values ($1, $2, $3, $4, 'collecting', $5, $6, $7)
