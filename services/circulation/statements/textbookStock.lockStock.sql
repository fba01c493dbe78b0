-- textbookStock.lockStock, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, integer
insert into textbook_stock as s (school_id, textbook_id) select $1, u.id from unnest($2::uuid[]) as u(id) order by u.id
   on conflict (school_id, textbook_id) do update set on_hand = s.on_hand
   returning textbook_id as "textbookId", on_hand as quantity
