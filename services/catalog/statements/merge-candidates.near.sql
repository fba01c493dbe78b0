-- merge-candidates.near, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid
select a.id as "titleId", b.id as "otherId" from title a cross join lateral (
     (select t.id from title t
      where cardinality(a.isbns) > 0 and t.isbns && a.isbns and t.id <> a.id and t.merged_into is null limit 50)
     union
     (select t.id from title t
      where t.fingerprint = a.fingerprint and t.id <> a.id and t.merged_into is null limit 50)) b
   where a.id = any($1::uuid[]) and a.merged_into is null
