-- bibliographies.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, text, text, text, text
select id, version, school_id as "schoolId", kind, name, about, audience, issue, published_on::text as "publishedOn"
   from bibliography where id = $1 for update
