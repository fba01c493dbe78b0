-- known-visit.take-back, written by `npm run emit`
-- takes uuid[], uuid[], integer[]
-- gives nothing
insert into known_visit as k (visit_id, school_id, taken_back, version)
   select visit_id, school_id, true, version from unnest($1::uuid[], $2::uuid[], $3::int[]) t(visit_id, school_id, version)
   order by visit_id
   on conflict (visit_id) do update set taken_back = true, version = excluded.version where k.version < excluded.version
