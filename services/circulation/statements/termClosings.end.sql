-- termClosings.end, written by `npm run emit`
-- takes uuid, date, integer, date, text, integer, text
-- gives nothing
insert into term_closing_step (school_id, term_starts_on, place, done_on, done_by, remaining, note)
   values ($1, $2, $3, $4, $5, $6, $7)
