-- authorities.lock, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer, text, text, text[], text, text
select id, version, kind, preferred, variants, dates, note from authority where id = any($1::uuid[]) and merged_into is null order by id for update
