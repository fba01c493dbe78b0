-- transfers.lockCopies, written by `npm run emit`
-- takes uuid[], uuid
-- gives nothing
select from copy where id = any($1::uuid[])
     or id in (select copy_id from ownership_transfer_copy where transfer_id = $2::uuid)
   order by id for update
