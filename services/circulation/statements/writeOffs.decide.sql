-- writeOffs.decide, written by `npm run emit`
-- takes uuid, text, date, text, text
-- gives nothing
update write_off set state = $2, decided_on = $3, decided_by = $4, decision_note = $5 where id = $1
