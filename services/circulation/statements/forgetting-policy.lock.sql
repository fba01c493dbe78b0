-- forgetting-policy.lock, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtext('forgetting ' || $1::text))
