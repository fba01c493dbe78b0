-- visit-target.queue-at-school, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtextextended('visit targets of ' || $1::text, 0))
