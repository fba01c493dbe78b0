-- stocktakes.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text
select id, school_id as "schoolId", state from stocktake where id = $1 for update
