-- archive-units.intake, written by `npm run emit`
-- takes uuid, integer
-- gives uuid, text, text, integer, jsonb, integer, text
select i.unit_id as "unitId", u.name as unit, u.officer, i.year, i.items,
    (select count(*)::int from jsonb_array_elements(i.items) e where e->>'doneOn' is not null) as done, i.changed_on::text as "changedOn"
  from archive_intake i join archive_unit u on u.id = i.unit_id where i.unit_id = $1 and i.year = $2
