-- seat-booking.queue-of-reader, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtextextended('seats of ' || $1::text, 0))
