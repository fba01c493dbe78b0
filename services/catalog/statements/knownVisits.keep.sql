-- knownVisits.keep, written by `npm run emit`
-- takes uuid[], uuid[], integer[], uuid[]
-- gives nothing
insert into known_visit as k (copy_id, transfer_id, version, at_school_id)
   select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[])
   on conflict (copy_id) do update set transfer_id = excluded.transfer_id, version = excluded.version,
     at_school_id = excluded.at_school_id
   where (k.transfer_id, k.version) < (excluded.transfer_id, excluded.version)
