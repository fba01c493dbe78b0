-- archive-scopes.save, written by `npm run emit`
-- takes uuid, uuid, text, text, text, boolean
-- gives uuid, uuid, text, text, text, boolean
insert into archive_scope as s (id, school_id, class, name, retention, closed) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint archive_scope_once do update set retention = excluded.retention, closed = excluded.closed
   returning id, school_id as "schoolId", class, name, retention, closed
