-- serialShelving.lock, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtextextended('serial-shelving ' || $1::text, 0))
