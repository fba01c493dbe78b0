-- suitability-reviews.standingTitles, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid
select id, coalesce(merged_into, id) as "standingId" from title where id = any($1::uuid[])
