-- committee.cast, written by `npm run emit`
-- takes uuid, integer, uuid, text, text, date, text
-- gives nothing
insert into committee_vote (order_id, order_version, member_id, vote, words, on_day, by_whom)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (order_id, order_version, member_id) do update
     set vote = excluded.vote, words = excluded.words, on_day = excluded.on_day, by_whom = excluded.by_whom
