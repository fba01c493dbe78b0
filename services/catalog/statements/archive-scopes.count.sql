-- archive-scopes.count, written by `npm run emit`
-- takes uuid
-- gives integer
select count(*)::int as scopes from archive_scope where school_id = $1
