-- issues.serials, written by `npm run emit`
-- takes text[], text[]
-- gives uuid, text, text
select title_id as id, issn, postal_code as "postalCode" from serial
   where issn = any($1::text[]) or postal_code = any($2::text[])
