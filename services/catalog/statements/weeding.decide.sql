-- weeding.decide, written by `npm run emit`
-- takes uuid, text, date, text, text, text, text
-- gives nothing
update weeding_proposal set state = $2, decided_on = $3, decided_by = $4, document_number = coalesce($5, document_number),
     note = coalesce($6, note), approved_by = coalesce($7, approved_by)
   where id = $1
