-- book-box.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, integer, uuid[], uuid, uuid, uuid, uuid, boolean, integer
select id, school_id as "schoolId", kind, name, theme, size, route, class_id as "classId", reader_id as "readerId",
     manifest_id as "manifestId", last_class_id as "lastClassId", closed, version from book_box where id = $1 for update
