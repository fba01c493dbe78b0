-- subscriptions.writeLines, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into subscription_line as l (round_id, number, title_id, room, copies, price_fen, shelf_order)
   select $1, w.number, w."titleId", w.room, w.copies, w."priceFen", w."shelfOrder"
   from jsonb_to_recordset($2::jsonb)
     as w(number int, "titleId" uuid, room text, copies int, "priceFen" int, "shelfOrder" text)
   on conflict on constraint subscription_line_once_in_a_room do update set copies = excluded.copies,
     price_fen = excluded.price_fen, shelf_order = excluded.shelf_order, verdict = null, useful = null, readable = null,
     reviewer = null, remark = null, reviewed_on = null, reviewed_by = null
