-- book-box.save, written by `npm run emit`
-- takes uuid, uuid, text, text, text, integer, uuid[], uuid, uuid, uuid, uuid, boolean, integer
-- gives nothing
insert into book_box (id, school_id, kind, name, theme, size, route, class_id, reader_id, manifest_id, last_class_id,
     closed, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict (id) do update set name = excluded.name, theme = excluded.theme, size = excluded.size, route = excluded.route,
     class_id = excluded.class_id, reader_id = excluded.reader_id, manifest_id = excluded.manifest_id,
     last_class_id = excluded.last_class_id, closed = excluded.closed, version = excluded.version
