-- archive-files.numbers, written by `npm run emit`
-- takes uuid, text, integer, integer
-- gives integer
insert into archive_counter as c (school_id, class, year, last) values ($1, $2, $3, $4)
   on conflict (school_id, class, year) do update set last = c.last + excluded.last returning last
