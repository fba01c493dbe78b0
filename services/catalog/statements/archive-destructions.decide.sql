-- archive-destructions.decide, written by `npm run emit`
-- takes uuid, text, date, text, text, text
-- gives nothing
update archive_destruction set state = $2, decided_on = $3, decided_by = $4, document_number = $5, words = $6 where id = $1
