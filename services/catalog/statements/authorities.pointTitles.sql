-- authorities.pointTitles, written by `npm run emit`
-- takes uuid[], text[], boolean[]
-- gives nothing
insert into title_authority (title_id, authority_id)
   select n.title_id, min(f.authority_id::text)::uuid
   from unnest($1::uuid[], $2::text[], $3::boolean[]) as n (title_id, form, is_subject)
   join authority_form f on f.form = n.form and (f.kind = 'subject') = n.is_subject
   group by n.title_id, n.form, n.is_subject having count(*) = 1
   on conflict do nothing
