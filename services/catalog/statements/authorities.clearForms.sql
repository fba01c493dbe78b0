-- authorities.clearForms, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from authority_form where authority_id = $1
