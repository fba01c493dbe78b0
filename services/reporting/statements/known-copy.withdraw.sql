-- known-copy.withdraw, written by `npm run emit`
-- takes uuid[], date[], integer[], text[]
-- gives nothing
update known_copy k set until = t.withdrawn_on, left_why = t.why, stock_state = 'withdrawn', version = t.version
   from unnest($1::uuid[], $2::date[], $3::int[], $4::text[]) as t(copy_id, withdrawn_on, version, why)
   where k.copy_id = t.copy_id and k.version < t.version
