-- archive-files.changeAll, written by `npm run emit`
-- takes jsonb
-- gives nothing
update archive_file f set version = c.version, title = c.title, retention = c.retention, unit_id = c."unitId", pages = c.pages,
     filed_on = c."filedOn", place = c.place, note = c.note
   from jsonb_to_recordset($1::jsonb) as c(id uuid, version int, title text, retention text, "unitId" uuid, pages int, "filedOn" date,
     place text, note text)
   where f.id = c.id
