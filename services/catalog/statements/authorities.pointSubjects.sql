-- authorities.pointSubjects, written by `npm run emit`
-- takes uuid, text[]
-- gives nothing
insert into title_authority (title_id, authority_id)
   select t.id, $1 from title t where t.merged_into is null and t.subjects && $2::text[] on conflict do nothing
