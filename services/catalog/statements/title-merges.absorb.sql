-- title-merges.absorb, written by `npm run emit`
-- takes uuid, uuid
-- gives integer
with along as (update title set merged_into = $2 where merged_into = $1)
   update title set merged_into = $2, version = version + 1 where id = $1 returning version
