-- titles.mergedInto, written by `npm run emit`
-- takes uuid
-- gives uuid
select merged_into as "into" from title where id = $1
