-- asset-profile.lock, written by `npm run emit`
-- takes nothing
-- gives void
select pg_advisory_xact_lock(hashtext('reporting.asset-profile'))
