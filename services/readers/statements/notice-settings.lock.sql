-- notice-settings.lock, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtextextended($1::text, 5551))
