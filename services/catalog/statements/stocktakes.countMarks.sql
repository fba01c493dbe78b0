-- stocktakes.countMarks, written by `npm run emit`
-- takes uuid
-- gives integer
select count(*)::int as copies from stocktake_mark where stocktake_id = $1
