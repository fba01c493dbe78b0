-- library-room.queue-at-school, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtextextended('library-rooms of ' || $1::text, 0))
