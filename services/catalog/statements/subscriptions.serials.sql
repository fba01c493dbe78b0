-- subscriptions.serials, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text, integer
select title_id as id, audience, price_fen as "priceFen" from serial where title_id = any($1::uuid[])
