-- duty-shift.staff, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid
select reader_id as "readerId" from known_reader
   where reader_id = any($2::uuid[]) and school_id = $1 and standing = 'active' and kind in ('teacher', 'staff')
