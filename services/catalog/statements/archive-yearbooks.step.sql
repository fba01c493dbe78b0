-- archive-yearbooks.step, written by `npm run emit`
-- takes uuid, text, date, text
-- gives nothing
insert into archive_yearbook_step (yearbook_id, state, on_day, by) values ($1, $2, $3, $4)
