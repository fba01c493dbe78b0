-- textbookPacks.shortages, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid, text, integer, integer, integer
select n.textbook_id as "textbookId", b.name, n.needed, coalesce(s.on_hand, 0) as "onHand", n.needed - coalesce(s.on_hand, 0) as missing
   from (
     select l.textbook_id, sum(coalesce(l.counted, l.planned))::int as needed
     from textbook_pack p join textbook_pack_line l on l.pack_id = p.id
     where p.school_id = $1 and p.term_id = $2 and p.status in ('planned', 'packed') group by 1) n
   join textbook b on b.id = n.textbook_id
   left join textbook_stock s on s.school_id = $1 and s.textbook_id = n.textbook_id
   where n.needed > coalesce(s.on_hand, 0) order by b.name, b.id
