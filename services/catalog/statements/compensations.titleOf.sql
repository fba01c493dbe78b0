-- compensations.titleOf, written by `npm run emit`
-- takes uuid
-- gives uuid
select title_id as "titleId" from copy where id = $1
