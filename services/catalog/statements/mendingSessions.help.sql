-- mendingSessions.help, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into mending_helper (session_id, reader_id) select $1, unnest($2::uuid[])
