-- knownLendings.keep, written by `npm run emit`
-- takes uuid[], integer[], text[], date[]
-- gives nothing
insert into known_lending as k (copy_id, version, state, lent_on)
   select * from unnest($1::uuid[], $2::int[], $3::text[], $4::date[])
   on conflict (copy_id) do update set version = excluded.version, state = excluded.state,
     lent_on = coalesce(excluded.lent_on, k.lent_on) where k.version < excluded.version
