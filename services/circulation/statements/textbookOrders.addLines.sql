-- textbookOrders.addLines, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into textbook_order_line (order_id, textbook_id, needed, wished, on_hand, quantity, price_fen)
   select $1, t."textbookId", t.needed, t.wished, t."onHand", t.quantity, b.price_fen
   from jsonb_to_recordset($2::jsonb) as t("textbookId" uuid, needed int, wished int, "onHand" int, quantity int)
   join textbook b on b.id = t."textbookId"
