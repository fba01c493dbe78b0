-- known-term.know, written by `npm run emit`
-- takes uuid, uuid, date, date, integer
-- gives nothing
with news as (
     insert into known_term (term_id, school_id, starts_on, ends_on, version) values ($1, $2, $3, $4, $5)
     on conflict (term_id) do update set school_id = excluded.school_id, starts_on = excluded.starts_on,
       ends_on = excluded.ends_on, version = excluded.version
     where known_term.version < excluded.version
     returning school_id
   ) 
  insert into known_calendar as c (school_id, version) select school_id, $5::int from news
  on conflict (school_id) do update set version = greatest(c.version + 1, excluded.version)
