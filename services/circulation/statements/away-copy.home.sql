-- away-copy.home, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from away_copy where copy_id = $1
