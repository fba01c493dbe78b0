-- known-copy.know, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], text[], text[], bigint[], date[], date[], text[], text[], integer[]
-- gives nothing
with told as (
     select t.*, k.copy_id is null as fresh
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::date[], $8::date[], $9::text[], $10::text[], $11::int[])
       as t(copy_id, school_id, title_id, clc, kind, price_fen, accessioned_on, day, stock_state, source, version)
     left join known_copy k using (copy_id)
   ), written as (
     insert into known_copy as k (copy_id, school_id, title_id, clc, kind, price_fen, since, until, version, lendable,
       stock_state, entered_on, entered_at, source, repair_began)
     select copy_id, school_id, title_id, clc, kind, price_fen, case when fresh then accessioned_on else day end,
            case when stock_state = 'withdrawn' then day end, version, stock_state = 'lendable', stock_state, accessioned_on,
            school_id, source, case when stock_state = 'repair' then array[day] end
     from told order by copy_id
     on conflict (copy_id) do update set school_id = excluded.school_id, title_id = excluded.title_id,
       clc = excluded.clc, kind = excluded.kind, price_fen = excluded.price_fen, version = excluded.version,
       lendable = case when excluded.until is null then excluded.lendable else k.lendable end,
       stock_state = excluded.stock_state,
       left_why = case when excluded.until is null then null else k.left_why end,
       repair_began = case when excluded.stock_state = 'repair' and k.stock_state <> 'repair'
                           then coalesce(k.repair_began, '{}') || excluded.since else k.repair_began end,
       repair_ended = case when k.stock_state = 'repair' and excluded.stock_state not in ('repair', 'withdrawn')
                           then coalesce(k.repair_ended, '{}') || excluded.since else k.repair_ended end,
       until = case when excluded.until is null then null else coalesce(k.until, excluded.until) end,
       since = case
         when (k.school_id, k.title_id, k.clc, k.price_fen, k.kind, k.lendable or excluded.until is not null,
               k.until is not null and excluded.until is null)
              is distinct from (excluded.school_id, excluded.title_id, excluded.clc, excluded.price_fen, excluded.kind,
                                excluded.lendable or excluded.until is not null, false)
         then greatest(k.since, excluded.since) else k.since end
     where k.version < excluded.version
     returning old.copy_id, old.since, least(old.until, new.since) as until, old.school_id, old.title_id,
       old.main_class, old.price_fen, old.kind, old.lendable
   )
   insert into former_copy (copy_id, since, until, school_id, title_id, main_class, price_fen, kind, lendable)
   select copy_id, since, until, school_id, title_id, main_class, price_fen, kind, lendable from written where since < until
