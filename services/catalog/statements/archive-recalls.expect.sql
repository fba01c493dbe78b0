-- archive-recalls.expect, written by `npm run emit`
-- takes uuid, text, integer, integer, date, text
-- gives nothing
insert into archive_expectation (school_id, class, year, expected, set_on, set_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (school_id, class, year) do update
     set expected = excluded.expected, set_on = excluded.set_on, set_by = excluded.set_by
