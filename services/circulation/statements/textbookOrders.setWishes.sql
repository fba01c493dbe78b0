-- textbookOrders.setWishes, written by `npm run emit`
-- takes uuid, text, text, text, date, jsonb
-- gives nothing
insert into textbook_wish (order_id, group_kind, group_name, textbook_id, quantity, note, by_whom, entered_on)
   select $1, $2, $3, t."textbookId", t.quantity, t.note, $4, $5
   from jsonb_to_recordset($6::jsonb) as t("textbookId" uuid, quantity int, note text)
   on conflict (order_id, group_kind, group_name, textbook_id) do update
     set quantity = excluded.quantity, note = excluded.note, by_whom = excluded.by_whom, entered_on = excluded.entered_on
