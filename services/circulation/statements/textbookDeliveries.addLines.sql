-- textbookDeliveries.addLines, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into textbook_delivery_line (delivery_id, textbook_id, expected)
   select $1, t."textbookId", t.expected from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, expected int)
