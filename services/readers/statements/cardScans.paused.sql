-- cardScans.paused, written by `npm run emit`
-- takes text
-- gives integer
select ceil(extract(epoch from paused_until - clock_timestamp()))::int as seconds
   from unknown_card_count where account = $1 and paused_until > clock_timestamp()
