-- registers.noteDifference, written by `npm run emit`
-- takes uuid, date, text[]
-- gives nothing
insert into register_difference (school_id, found_on, differing) values ($1, $2, $3)
   on conflict (school_id) do update set found_on = excluded.found_on, differing = excluded.differing
