-- known-copy.know, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], text[], text[], bigint[], date[], date[], boolean[], integer[]
-- gives nothing
with told as (
     select t.*, k.copy_id is null as fresh
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::date[], $8::date[],
       $9::boolean[], $10::int[])
       as t(copy_id, school_id, title_id, clc, kind, price_fen, accessioned_on, day, withdrawn, version)
     left join known_copy k using (copy_id)
   ), written as (
     insert into known_copy as k (copy_id, school_id, title_id, clc, kind, price_fen, since, until, version)
     select copy_id, school_id, title_id, clc, kind, price_fen, case when fresh then accessioned_on else day end,
            case when withdrawn then day end, version
     from told order by copy_id
     on conflict (copy_id) do update set school_id = excluded.school_id, title_id = excluded.title_id,
       clc = excluded.clc, kind = excluded.kind, price_fen = excluded.price_fen, version = excluded.version,
       until = case when excluded.until is null then null else coalesce(k.until, excluded.until) end,
       since = case
         when (k.school_id, k.title_id, k.clc, k.price_fen, k.until is not null and excluded.until is null)
              is distinct from (excluded.school_id, excluded.title_id, excluded.clc, excluded.price_fen, false)
         then greatest(k.since, excluded.since) else k.since end
     where k.version < excluded.version
     returning old.copy_id, old.since, least(old.until, new.since) as until, old.school_id, old.title_id,
       old.main_class, old.price_fen
   )
   insert into former_copy (copy_id, since, until, school_id, title_id, main_class, price_fen)
   select copy_id, since, until, school_id, title_id, main_class, price_fen from written where since < until
