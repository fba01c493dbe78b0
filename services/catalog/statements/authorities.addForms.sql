-- authorities.addForms, written by `npm run emit`
-- takes uuid, text, text[], text[]
-- gives nothing
insert into authority_form (authority_id, kind, form, folded) select $1, $2, * from unnest($3::text[], $4::text[])
