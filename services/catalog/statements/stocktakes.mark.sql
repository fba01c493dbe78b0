-- stocktakes.mark, written by `npm run emit`
-- takes uuid, uuid[], text[], text[]
-- gives nothing
insert into stocktake_mark as m (stocktake_id, copy_id, was, became)
   select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[])
   on conflict (stocktake_id, copy_id) do update set became = excluded.became
