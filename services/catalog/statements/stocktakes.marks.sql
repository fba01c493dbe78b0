-- stocktakes.marks, written by `npm run emit`
-- takes uuid, bigint
-- gives uuid, text, text
select copy_id as id, was, became from stocktake_mark where stocktake_id = $1 order by copy_id limit $2
