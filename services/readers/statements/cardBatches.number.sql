-- cardBatches.number, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
update card_batch_reader b set number = t.number, card_id = t."cardId"
   from jsonb_to_recordset($2::jsonb) as t("readerId" uuid, number text, "cardId" uuid)
   where b.batch_id = $1 and b.reader_id = t."readerId"
