-- bell-schedule.save, written by `npm run emit`
-- takes uuid, jsonb, jsonb, integer
-- gives integer
insert into bell_schedule (school_id, lessons, windows, version) values ($1, $2, $3, $4)
   on conflict (school_id) do update set lessons = excluded.lessons, windows = excluded.windows, version = excluded.version
   where bell_schedule.version < excluded.version returning version
