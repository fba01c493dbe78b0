-- cardBatches.undoSteps, written by `npm run emit`
-- takes uuid, integer
-- gives nothing
delete from card_batch_step where batch_id = $1 and position > $2
