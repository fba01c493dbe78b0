-- subscriptions.facts, written by `npm run emit`
-- takes uuid
-- gives integer, integer, integer, text
select (count(*) filter (where l.verdict = 'accept'))::int as accepted,
     (count(*) filter (where l.number is not null and l.verdict is null))::int as unreviewed,
     (select count(*)::int from serial_receipt c join serial_issue i on i.id = c.issue_id
      where c.school_id = r.school_id and i.year = r.year) as arrived,
     (select p.by_whom from subscription_step p where p.round_id = r.id and p.action = 'submit'
      order by p.version desc limit 1) as "submittedBy"
   from subscription_round r left join subscription_line l on l.round_id = r.id where r.id = $1 group by r.id
