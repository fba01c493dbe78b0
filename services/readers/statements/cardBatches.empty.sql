-- cardBatches.empty, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from card_batch_reader where batch_id = $1
