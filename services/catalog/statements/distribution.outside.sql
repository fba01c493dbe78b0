-- distribution.outside, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives uuid
select p.id from personal_subscription p
   where p.id = any($1::uuid[]) and (p.class_id is null or p.class_id <> all($2::uuid[])) limit 1
