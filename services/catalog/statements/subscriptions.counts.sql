-- subscriptions.counts, written by `npm run emit`
-- takes uuid
-- gives integer, integer, integer, double precision
select (count(distinct l.title_id) filter (where s.kind = 'newspaper'))::int as newspapers,
     (count(distinct l.title_id) filter (where s.kind = 'periodical'))::int as periodicals,
     coalesce(sum(l.copies), 0)::int as copies, coalesce(sum(l.copies::bigint * l.price_fen), 0)::float8 as fen
   from subscription_line l join serial s using (title_id) where l.round_id = $1 and l.verdict = 'accept'
