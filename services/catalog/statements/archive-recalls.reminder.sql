-- archive-recalls.reminder, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, integer, text, text, integer, text
select m.id, m.unit_id as "unitId", u.name as unit, m.year, m.on_day::text as "on", m.reminded, m.files, m.note
  from archive_reminder m join archive_unit u on u.id = m.unit_id where m.id = $1
