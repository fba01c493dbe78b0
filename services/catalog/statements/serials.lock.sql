-- serials.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, text, json, integer, text, text[]
select title_id as "titleId", version, kind, issn, postal_code as "postalCode", cn_number as "cnNumber", pattern,
  price_fen as "priceFen", audience, core_subjects as "coreSubjects" from serial where title_id = $1 for update
