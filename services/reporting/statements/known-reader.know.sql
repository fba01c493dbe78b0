-- known-reader.know, written by `npm run emit`
-- takes uuid[], uuid[], text[], uuid[], boolean[], date[], integer[]
-- gives nothing
with written as (
     insert into known_reader as k (reader_id, school_id, kind, class_id, active, since, version)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::boolean[], $6::date[], $7::int[]) t order by 1
     on conflict (reader_id) do update set school_id = excluded.school_id, kind = excluded.kind,
       class_id = excluded.class_id, active = excluded.active, version = excluded.version,
       since = case when (k.school_id, k.kind, k.class_id, k.active)
                         is distinct from (excluded.school_id, excluded.kind, excluded.class_id, excluded.active)
                    then greatest(k.since, excluded.since) else k.since end
     where k.version < excluded.version
     returning old.reader_id, old.since, new.since as until, old.school_id, old.kind, old.class_id, old.active)
   insert into former_reader (reader_id, since, until, school_id, kind, class_id)
   select reader_id, since, until, school_id, kind, class_id from written where active and since < until
