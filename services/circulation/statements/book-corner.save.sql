-- book-corner.save, written by `npm run emit`
-- takes uuid, uuid, text, uuid, integer, text, text, uuid, integer, boolean, integer
-- gives nothing
insert into book_corner (id, school_id, kind, class_id, grade, name, place, reader_id, target, closed, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (id) do update set class_id = excluded.class_id, name = excluded.name, place = excluded.place,
     reader_id = excluded.reader_id, target = excluded.target, closed = excluded.closed, version = excluded.version
