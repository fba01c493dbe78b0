-- stocktakes.unmark, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
delete from stocktake_mark where stocktake_id = $1 and copy_id = any($2::uuid[])
