-- mendingSessions.credited, written by `npm run emit`
-- takes uuid
-- gives integer
select count(*)::int as n from repair where session_id = $1
