-- archive-units.putIntake, written by `npm run emit`
-- takes uuid, integer, jsonb, date, text
-- gives nothing
insert into archive_intake (unit_id, year, items, changed_on, changed_by) values ($1, $2, $3::jsonb, $4, $5)
   on conflict (unit_id, year) do update
     set items = excluded.items, changed_on = excluded.changed_on, changed_by = excluded.changed_by
