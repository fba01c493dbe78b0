-- textbookPacks.setLines, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
update textbook_pack_line l set counted = t.counted, received = t.received
   from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, counted int, received int)
   where l.pack_id = $1 and l.textbook_id = t."textbookId"
