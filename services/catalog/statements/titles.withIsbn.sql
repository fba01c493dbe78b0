-- titles.withIsbn, written by `npm run emit`
-- takes text, bigint
-- gives uuid
select id from title where isbns @> array[$1::text] and merged_into is null order by id limit $2
