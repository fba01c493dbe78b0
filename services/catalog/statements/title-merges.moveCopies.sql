-- title-merges.moveCopies, written by `npm run emit`
-- takes uuid[], uuid
-- gives nothing
update copy set title_id = $2, version = version + 1 where id = any($1::uuid[])
