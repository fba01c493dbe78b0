-- duty-shift.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, uuid, boolean, integer
select id, school_id as "schoolId", on_day::text as "on", starts, ends, reader_id as "readerId", kept, version
   from duty_shift where id = $1 for update
