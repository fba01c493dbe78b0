-- transfers.became, written by `npm run emit`
-- takes uuid, uuid[], uuid[]
-- gives nothing
update ownership_transfer_copy o set new_copy_id = b.new_copy_id
   from unnest($2::uuid[], $3::uuid[]) as b (copy_id, new_copy_id)
   where o.transfer_id = $1 and o.copy_id = b.copy_id
