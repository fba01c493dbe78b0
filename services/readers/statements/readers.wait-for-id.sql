-- readers.wait-for-id, written by `npm run emit`
-- takes text, text
-- gives void
select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text, 4671))
