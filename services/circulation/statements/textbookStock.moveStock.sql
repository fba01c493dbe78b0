-- textbookStock.moveStock, written by `npm run emit`
-- takes uuid, uuid[], integer[]
-- gives nothing
update textbook_stock s set on_hand = s.on_hand + m.by
   from unnest($2::uuid[], $3::int[]) as m(textbook_id, by) where s.school_id = $1 and s.textbook_id = m.textbook_id
