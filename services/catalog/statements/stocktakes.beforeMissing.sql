-- stocktakes.beforeMissing, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text
select distinct on (copy_id) copy_id as id, was from stocktake_mark
   where copy_id = any($1::uuid[]) and became = 'missing' and was <> 'missing' order by copy_id, stocktake_id desc
