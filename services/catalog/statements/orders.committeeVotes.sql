-- orders.committeeVotes, written by `npm run emit`
-- takes uuid, integer
-- gives integer, integer, integer, integer, integer
select (count(*) filter (where v.vote = 'yes'))::int as yes, (count(*) filter (where v.vote = 'no'))::int as no,
     (count(*) filter (where v.vote = 'abstain'))::int as abstain,
     (count(*) filter (where m.kind = 'teacher'))::int as teachers, (count(*) filter (where m.kind = 'pupil'))::int as pupils
   from committee_vote v join committee_member m on m.id = v.member_id
   where v.order_id = $1 and v.order_version = $2
