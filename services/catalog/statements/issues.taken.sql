-- issues.taken, written by `npm run emit`
-- takes uuid, integer, uuid[]
-- gives uuid
select distinct l.title_id as id from subscription_round r join subscription_line l on l.round_id = r.id
   where r.school_id = $1 and r.year = $2 and r.status = 'approved' and l.verdict = 'accept' and l.title_id = any($3::uuid[])
