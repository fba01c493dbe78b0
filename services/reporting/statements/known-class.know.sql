-- known-class.know, written by `npm run emit`
-- takes uuid[], uuid[], text[], integer[], integer[], date[], integer[]
-- gives nothing
with written as (
     insert into known_class as k (class_id, school_id, section, entry_year, class_no, since, version)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::date[], $7::int[]) t order by 1
     on conflict (class_id) do update set section = excluded.section, entry_year = excluded.entry_year,
       class_no = excluded.class_no, version = excluded.version,
       since = case when (k.section, k.entry_year, k.class_no)
                         = (excluded.section, excluded.entry_year, excluded.class_no) then k.since
                    else greatest(k.since, excluded.since) end
     where k.version < excluded.version
     returning old.class_id, old.since, new.since as until, old.section, old.entry_year, old.class_no)
   insert into former_class (class_id, since, until, section, entry_year, class_no)
   select * from written where since < until
