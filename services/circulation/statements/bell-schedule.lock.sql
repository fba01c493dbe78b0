-- bell-schedule.lock, written by `npm run emit`
-- takes uuid
-- gives jsonb, jsonb, integer
select lessons, windows, version from bell_schedule where school_id = $1 for update
