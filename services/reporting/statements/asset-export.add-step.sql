-- asset-export.add-step, written by `npm run emit`
-- takes uuid, text, timestamp with time zone, text, text, text
-- gives nothing
insert into asset_export_step (export_id, place, state, at, by, receipt, note)
   select $1, coalesce(max(place), 0) + 1, $2, $3, $4, $5, $6 from asset_export_step where export_id = $1
