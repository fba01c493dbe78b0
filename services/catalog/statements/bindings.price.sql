-- bindings.price, written by `npm run emit`
-- takes uuid, integer, uuid
-- gives integer
select min(l.price_fen)::int as "priceFen" from subscription_round r join subscription_line l on l.round_id = r.id
   where r.school_id = $1 and r.year = $2 and l.title_id = $3 and l.verdict = 'accept'
