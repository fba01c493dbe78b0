-- shelfPatrols.addFindings, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into shelf_patrol_finding (patrol_id, position, barcode, copy_id, finding, behind_id)
   select $1, t.* from jsonb_to_recordset($2::jsonb) as t(position int, barcode text, "copyId" uuid, finding text, "behindId" uuid)
