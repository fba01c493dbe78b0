-- textbookPacks.already, written by `npm run emit`
-- takes uuid, uuid
-- gives text, uuid, integer
select p.holder as ref, l.textbook_id as "textbookId", sum(coalesce(l.received, l.counted, l.planned))::int as quantity
   from textbook_pack p join textbook_pack_line l on l.pack_id = p.id
   where p.school_id = $1 and p.term_id = $2 and p.holder_kind = 'class' and p.occasion in ('registration', 'early')
   group by p.holder, l.textbook_id
