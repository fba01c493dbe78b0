-- known-copy.titles, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives uuid
select unnest($2::uuid[]) as title_id
   union select title_id from known_copy where copy_id = any($1)
   union select title_id from former_copy where copy_id = any($1)
