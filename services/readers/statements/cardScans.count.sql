-- cardScans.count, written by `npm run emit`
-- takes text, interval, integer
-- gives nothing
insert into unknown_card_count as c (account, since, cards) values ($1, clock_timestamp(), 1)
   on conflict (account) do update set
     cards = case when c.since < clock_timestamp() - $2::interval then 1 else c.cards + 1 end,
     since = case when c.since < clock_timestamp() - $2::interval then clock_timestamp() else c.since end,
     paused_until = case when c.since >= clock_timestamp() - $2::interval and c.cards + 1 >= $3
       then clock_timestamp() + $2::interval else c.paused_until end
