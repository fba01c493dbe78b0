-- archive-recalls.remind, written by `npm run emit`
-- takes uuid, uuid, integer, date, text, text, integer, text
-- gives nothing
insert into archive_reminder (id, unit_id, year, on_day, by, reminded, files, note) values ($1, $2, $3, $4, $5, $6, $7, $8)
