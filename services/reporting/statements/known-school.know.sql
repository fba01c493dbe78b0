-- known-school.know, written by `npm run emit`
-- takes uuid[], text[], text[], text[], date[], integer[]
-- gives nothing
with written as (
     insert into known_school as k (school_id, code, name, kind, since, version)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::int[]) t order by 1
     on conflict (school_id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
       version = excluded.version,
       since = case when (k.code, k.name, k.kind) = (excluded.code, excluded.name, excluded.kind) then k.since
                    else greatest(k.since, excluded.since) end
     where k.version < excluded.version
     returning old.school_id, old.since, new.since as until, old.code, old.name, old.kind)
   insert into former_school (school_id, since, until, code, name, kind) select * from written where since < until
