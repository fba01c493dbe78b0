-- merge-candidates.drop, written by `npm run emit`
-- takes uuid[], uuid[], uuid[]
-- gives nothing
delete from title_merge_candidate k
   where (k.title_id = any($1::uuid[]) or k.other_id = any($1::uuid[])) and k.dismissed_at is null
     and not exists (select from unnest($2::uuid[], $3::uuid[]) as s(title_id, other_id)
                     where s.title_id = k.title_id and s.other_id = k.other_id)
