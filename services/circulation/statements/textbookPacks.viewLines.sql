-- textbookPacks.viewLines, written by `npm run emit`
-- takes uuid
-- gives uuid, text, text, integer, integer, integer, integer
select l.textbook_id as "textbookId", b.name, b.kind, l.planned, l.counted, l.received,
  coalesce(l.received, l.counted, l.planned) - l.planned as difference from textbook_pack_line l join textbook b on b.id = l.textbook_id
   where l.pack_id = $1 order by b.kind desc, b.name, b.id
