-- lost-copy.lose, written by `npm run emit`
-- takes uuid[], date[], integer[]
-- gives nothing
insert into lost_copy as k (copy_id, lost, version)
   select copy_id, datemultirange(daterange(day, null)), version
   from unnest($1::uuid[], $2::date[], $3::int[]) as t(copy_id, day, version) order by copy_id
   on conflict (copy_id) do update set version = excluded.version,
     lost = case when upper_inf(k.lost) then k.lost else k.lost + excluded.lost end
   where k.version < excluded.version
