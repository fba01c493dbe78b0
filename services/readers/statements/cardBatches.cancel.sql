-- cardBatches.cancel, written by `npm run emit`
-- takes uuid, date
-- gives nothing
update card_batch set cancelled_on = $2 where id = $1
