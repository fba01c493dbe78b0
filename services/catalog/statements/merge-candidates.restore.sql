-- merge-candidates.restore, written by `npm run emit`
-- takes uuid
-- gives nothing
update title_merge_candidate set dismissed_at = null, dismissed_by = null where id = $1
