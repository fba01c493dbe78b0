-- guardians.change, written by `npm run emit`
-- takes uuid, text, text, date, text, date, integer
-- gives nothing
update guardian set relation = $2, contact = $3, consent_on = $4, consent_how = $5, withdrawn_on = $6, version = $7
   where id = $1
