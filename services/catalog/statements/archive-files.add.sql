-- archive-files.add, written by `npm run emit`
-- takes uuid, jsonb, date, text
-- gives nothing
insert into archive_file (id, version, school_id, unit_id, class, year, number, code, title, reader_id, pages, scope_id, retention,
     state, filed_on, place, note, entered_on, entered_by)
   select f.id, 1, $1, f."unitId", f.class, f.year, f.number, f.code, f.title, f."readerId", f.pages, f."scopeId", f.retention, f.state,
     f."filedOn", f.place, f.note, $3, $4
   from jsonb_to_recordset($2::jsonb) as f(id uuid, "unitId" uuid, class text, year int, number int, code text, title text,
     "readerId" uuid, pages int, "scopeId" uuid, retention text, state text, "filedOn" date, place text, note text)
