-- posts.add, written by `npm run emit`
-- takes uuid, integer, uuid, text, text, text, text[], text, timestamp with time zone
-- gives nothing
insert into post (id, version, school_id, name, role, responsibilities, operations, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
