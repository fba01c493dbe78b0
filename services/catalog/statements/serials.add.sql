-- serials.add, written by `npm run emit`
-- takes uuid, integer, text, text, text, text, json, integer, text, text[]
-- gives nothing
insert into serial (title_id, version, kind, issn, postal_code, cn_number, pattern, price_fen, audience, core_subjects)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
