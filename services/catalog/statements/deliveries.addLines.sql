-- deliveries.addLines, written by `npm run emit`
-- takes uuid, uuid, jsonb
-- gives nothing
insert into delivery_line (delivery_id, number, order_id, order_line, review_id, kind, unit_price_fen, received, short,
     damaged, wrong, remark)
   select $1, l.number, case when l."orderLine" is null then null else $2::uuid end, l."orderLine", l."reviewId", l.kind,
     l."unitPriceFen", l.received, l.short, l.damaged, l.wrong, l.remark
   from jsonb_to_recordset($3::jsonb) as l(number int, "orderLine" int, "reviewId" uuid, kind text, "unitPriceFen" int,
     received int, short int, damaged int, wrong int, remark text)
