-- orders.oneAtATime, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtextextended('orders of ' || $1, 0))
