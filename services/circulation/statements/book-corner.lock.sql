-- book-corner.lock, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, text, uuid, integer, text, text, uuid, integer, boolean, integer
select id, school_id as "schoolId", kind, class_id as "classId", grade, name, place, reader_id as "readerId", target,
  closed, version from book_corner where id = any($1::uuid[]) order by id for update
