-- wanting.list, written by `npm run emit`
-- takes uuid, uuid
-- gives text
select name from bibliography where id = $1 and (published_on is not null or school_id is null or school_id = $2)
