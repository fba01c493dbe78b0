-- known-copy.know, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], text[], integer[], text[], text[], text[], integer[], integer[], text[], date[]
-- gives nothing
with told as materialized (
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::int[], $10::int[], $11::text[], $12::date[])
       as t(copy_id, title_id, school_id, stock_state, version, barcode, kind, clc, price_fen, described_version,
         call_number, accessioned_on)
   ), lendable as (insert into lent_copy (copy_id) select copy_id from told order by 1 on conflict do nothing
   ), queue as (insert into title_queue (title_id) select distinct title_id from told order by 1 on conflict do nothing)
   insert into known_copy (copy_id, title_id, school_id, stock_state, version, barcode, kind, clc, price_fen,
     described_version, call_number, accessioned_on)
   select * from told
   on conflict (copy_id) do update set title_id = excluded.title_id, school_id = excluded.school_id,
     stock_state = excluded.stock_state, version = excluded.version, barcode = excluded.barcode, kind = excluded.kind,
     clc = excluded.clc, price_fen = excluded.price_fen, described_version = excluded.described_version, call_number = excluded.call_number,
     accessioned_on = excluded.accessioned_on
