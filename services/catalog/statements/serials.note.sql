-- serials.note, written by `npm run emit`
-- takes uuid, integer, date, text, text, jsonb
-- gives nothing
insert into serial_change (title_id, version, on_day, by_whom, seen_in, changes) values ($1, $2, $3, $4, $5, $6)
