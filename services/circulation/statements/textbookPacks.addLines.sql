-- textbookPacks.addLines, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into textbook_pack_line (pack_id, textbook_id, planned)
   select t.id, l."textbookId", l.planned from jsonb_to_recordset($1::jsonb) as t(id uuid, lines jsonb)
   cross join lateral jsonb_to_recordset(t.lines) as l("textbookId" uuid, planned int)
