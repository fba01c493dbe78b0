-- known-term.know, written by `npm run emit`
-- takes uuid, integer, uuid, text, date, date
-- gives nothing
insert into known_term as k (term_id, version, school_id, name, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6)
   on conflict (term_id) do update set version = excluded.version, name = excluded.name, starts_on = excluded.starts_on,
     ends_on = excluded.ends_on
   where k.version < excluded.version
