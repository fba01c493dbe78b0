-- archive-yearbooks.lock, written by `npm run emit`
-- takes uuid
-- gives uuid
select id from archive_yearbook where id = $1 for update
