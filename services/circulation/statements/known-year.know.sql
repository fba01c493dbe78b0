-- known-year.know, written by `npm run emit`
-- takes uuid, integer, date[], boolean, integer
-- gives nothing
with news as (
     insert into known_year (school_id, year, closed_on, holidays_known, version) values ($1, $2, $3, $4, $5)
     on conflict (school_id, year) do update set closed_on = excluded.closed_on,
       holidays_known = excluded.holidays_known, version = excluded.version
     where known_year.version < excluded.version
     returning school_id
   ), review as (
     -- Not "do nothing": who looks at the school just now holds its row, and may have seen the calendar before this.
     insert into calendar_review as r select school_id from news
     on conflict (school_id) do update set school_id = r.school_id
   ) 
  insert into known_calendar as c (school_id, version) select school_id, $5::int from news
  on conflict (school_id) do update set version = greatest(c.version + 1, excluded.version)
