-- archive-scopes.retentions, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select id, retention from archive_scope where school_id = $1 and not closed limit 2000
