-- copy-transfer.came-for-hold, written by `npm run emit`
-- takes uuid, uuid
-- gives boolean
select t.why = 'hold' and t.status = 'received' as "forHold" from copy_transfer t
   where t.copy_id = $1 and t.id < $2 order by t.id desc limit 1
