-- lost-copy.find, written by `npm run emit`
-- takes uuid[], date[], integer[]
-- gives nothing
update lost_copy k set lost = k.lost - datemultirange(daterange(t.day, null)), version = t.version
   from unnest($1::uuid[], $2::date[], $3::int[]) as t(copy_id, day, version)
   where k.copy_id = t.copy_id and k.version < t.version
