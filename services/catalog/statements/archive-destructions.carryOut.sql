-- archive-destructions.carryOut, written by `npm run emit`
-- takes uuid, date, text, text
-- gives nothing
update archive_destruction set state = 'carried-out', carried_out_on = $2, carried_out_by = $3, witness = $4 where id = $1
