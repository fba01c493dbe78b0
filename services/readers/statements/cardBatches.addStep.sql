-- cardBatches.addStep, written by `npm run emit`
-- takes uuid, integer, date, text
-- gives nothing
insert into card_batch_step (batch_id, position, done_on, done_by) values ($1, $2, $3, $4)
