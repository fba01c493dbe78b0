-- known-copy.withdraw, written by `npm run emit`
-- takes uuid[], date[], integer[]
-- gives nothing
update known_copy k set until = t.withdrawn_on, version = t.version
   from unnest($1::uuid[], $2::date[], $3::int[]) as t(copy_id, withdrawn_on, version)
   where k.copy_id = t.copy_id and k.version < t.version
