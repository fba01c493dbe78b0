-- serials.change, written by `npm run emit`
-- takes uuid, integer, text, text, text, text, json, integer, text, text[]
-- gives nothing
update serial set version = $2, kind = $3, issn = $4, postal_code = $5, cn_number = $6, pattern = $7, price_fen = $8,
     audience = $9, core_subjects = $10 where title_id = $1
