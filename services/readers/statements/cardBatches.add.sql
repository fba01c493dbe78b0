-- cardBatches.add, written by `npm run emit`
-- takes uuid, uuid, uuid, uuid, date, text
-- gives nothing
insert into card_batch (id, school_id, class_id, window_id, created_on, created_by) values ($1, $2, $3, $4, $5, $6)
