-- mendingSessions.helpers, written by `npm run emit`
-- takes uuid
-- gives uuid
select reader_id as id from mending_helper where session_id = $1 order by reader_id
