-- textbookDeliveries.arrive, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into textbook_delivery_line as l (delivery_id, textbook_id, expected, delivered, unusable, note)
   select $1, t."textbookId", t.expected, t.delivered, t.unusable, t.note
   from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, expected int, delivered int, unusable int, note text)
   on conflict (delivery_id, textbook_id) do update
     set delivered = excluded.delivered, unusable = excluded.unusable, note = excluded.note
