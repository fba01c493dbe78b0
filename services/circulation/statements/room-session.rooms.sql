-- room-session.rooms, written by `npm run emit`
-- takes uuid[], uuid
-- gives uuid
select id from library_room where id = any($1::uuid[]) and school_id = $2
