-- mendingSessions.clear, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from mending_helper where session_id = $1
