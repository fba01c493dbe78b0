-- kept-records.edited, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text
select title_id as "titleId", field from edited_field where title_id = any($1::uuid[])
