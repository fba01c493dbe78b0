-- mandates.reverse, written by `npm run emit`
-- takes uuid, date, text, text
-- gives nothing
update mandate_payment set reversed_on = $2, reversed_by = $3, reversal_reason = $4 where id = $1
