-- hold-review.take, written by `npm run emit`
-- takes bigint
-- gives bigint, uuid, uuid, uuid, uuid
delete from hold_review where id = (
     select id from hold_review where id > $1 order by id limit 1 for update skip locked)
   returning id, copy_id as "copyId", reader_id as "readerId", title_id as "titleId", hold_id as "holdId"
