-- clc-classes.lock, written by `npm run emit`
-- takes nothing
-- gives void
select pg_advisory_xact_lock(hashtextextended('schedules of the county', 0))
