-- known-calendar.know, written by `npm run emit`
-- takes uuid, integer, integer, date[]
-- gives nothing
insert into known_calendar as k (school_id, year, version, closed_on) values ($1, $2, $3, $4)
   on conflict (school_id, year) do update set version = excluded.version, closed_on = excluded.closed_on
   where k.version < excluded.version
