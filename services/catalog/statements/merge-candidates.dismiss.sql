-- merge-candidates.dismiss, written by `npm run emit`
-- takes uuid, timestamp with time zone, text
-- gives nothing
update title_merge_candidate set dismissed_at = coalesce(dismissed_at, $2), dismissed_by = coalesce(dismissed_by, $3)
   where id = $1
