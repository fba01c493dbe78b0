-- cardBatches.position, written by `npm run emit`
-- takes uuid
-- gives integer
select max(position) as position from card_batch_step where batch_id = $1
