-- merge-candidates.take, written by `npm run emit`
-- takes bigint
-- gives uuid
delete from title_to_compare where title_id in (
     select title_id from title_to_compare order by title_id limit $1 for update skip locked)
   returning title_id as id
