-- archive-files.ofUnit, written by `npm run emit`
-- takes uuid, integer
-- gives uuid, integer, uuid, uuid, text, integer, integer, text, text, uuid, integer, uuid, text, text, text, text, text
select id, version, school_id as "schoolId", unit_id as "unitId", class, year, number, code, title, reader_id as "readerId", pages,
     scope_id as "scopeId", retention, state, filed_on::text as "filedOn", place, note from archive_file where unit_id = $1 and year = $2 and state in ('with-unit', 'called-in')
   order by id for update
