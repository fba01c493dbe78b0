-- cardBatches.readers, written by `npm run emit`
-- takes uuid
-- gives uuid, text, uuid
select reader_id as "readerId", number, card_id as "cardId" from card_batch_reader where batch_id = $1 order by reader_id
