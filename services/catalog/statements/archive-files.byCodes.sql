-- archive-files.byCodes, written by `npm run emit`
-- takes uuid, text[]
-- gives uuid, integer, uuid, uuid, text, integer, integer, text, text, uuid, integer, uuid, text, text, text, text, text
select id, version, school_id as "schoolId", unit_id as "unitId", class, year, number, code, title, reader_id as "readerId", pages,
     scope_id as "scopeId", retention, state, filed_on::text as "filedOn", place, note from archive_file where school_id = $1 and code = any($2::text[]) order by id for update
