-- known-copy.find, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, text, integer, text, text, text, integer, text, text, integer
select copy_id as "copyId", title_id as "titleId", school_id as "schoolId", stock_state as "stockState", version,
          barcode, kind, clc, price_fen as "priceFen", call_number as "callNumber",
          accessioned_on::text as "accessionedOn", described_version as "describedVersion"
   from known_copy where copy_id = any($1::uuid[]) order by copy_id for update
