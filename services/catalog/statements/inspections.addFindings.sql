-- inspections.addFindings, written by `npm run emit`
-- takes uuid, uuid, jsonb
-- gives nothing
insert into condition_finding (inspection_id, position, barcode, copy_id, words, damage, decision, repair_id, code)
   select $1, t.position, t.barcode, c.id, t.words, t.damage, t.decision, t."repairId", t.code
   from jsonb_to_recordset($3::jsonb) as t(position int, barcode text, words text, damage text, decision text,
     "repairId" uuid, code text)
   left join copy c on c.school_id = $2 and c.barcode = t.barcode
