-- distribution.serials, written by `npm run emit`
-- takes uuid[]
-- gives uuid
select title_id as id from serial where title_id = any($1::uuid[])
