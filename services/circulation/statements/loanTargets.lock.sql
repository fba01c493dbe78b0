-- loanTargets.lock, written by `npm run emit`
-- takes text
-- gives void
select pg_advisory_xact_lock(hashtext('loan-targets ' || $1::text))
