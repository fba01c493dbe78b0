-- titles.rememberSources, written by `npm run emit`
-- takes text[], text[], uuid[], text[]
-- gives nothing
insert into title_source (agency, number, title_id, content_hash)
   select * from unnest($1::text[], $2::text[], $3::uuid[], $4::text[])
   on conflict (agency, number, title_id) do update set content_hash = excluded.content_hash
