-- known-term.know, written by `npm run emit`
-- takes uuid, uuid, text, date, date, integer
-- gives nothing
insert into known_term values ($1, $2, $3, $4, $5, $6)
   on conflict (term_id) do update set name = excluded.name, starts_on = excluded.starts_on,
     ends_on = excluded.ends_on, version = excluded.version where known_term.version < excluded.version
