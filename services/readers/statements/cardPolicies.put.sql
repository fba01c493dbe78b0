-- cardPolicies.put, written by `npm run emit`
-- takes uuid, integer[], text[], integer, date, text
-- gives nothing
insert into card_policy (school_id, grades, kinds, version, changed_on, changed_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (school_id) do update set grades = excluded.grades, kinds = excluded.kinds, version = excluded.version,
     changed_on = excluded.changed_on, changed_by = excluded.changed_by
