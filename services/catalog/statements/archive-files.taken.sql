-- archive-files.taken, written by `npm run emit`
-- takes uuid, text[]
-- gives text
select code from archive_file where school_id = $1 and code = any($2::text[])
