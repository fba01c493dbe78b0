-- distribution.subscribed, written by `npm run emit`
-- takes uuid, integer, uuid
-- gives integer
with held as (
     select r.id from subscription_round r where r.school_id = $1 and r.year = $2 and r.status = 'approved' for update)
   select coalesce(sum(l.copies), 0)::int as copies from held join subscription_line l on l.round_id = held.id
   where l.title_id = $3 and l.verdict = 'accept'
