-- cardBatches.fill, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into card_batch_reader (batch_id, reader_id) select $1, unnest($2::uuid[])
