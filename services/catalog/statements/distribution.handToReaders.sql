-- distribution.handToReaders, written by `npm run emit`
-- takes uuid, jsonb, date, text
-- gives uuid
insert into personal_handout (subscription_id, issue_id, handed_on, handed_by)
   select p.id, i.id, $3, $4 from personal_subscription p
  join serial_issue i on i.title_id = p.title_id and i.due_on between p.starts_on and p.ends_on
  join serial_receipt c on c.issue_id = i.id and c.school_id = p.school_id
   join jsonb_to_recordset($2::jsonb) as w("issueId" uuid, "subscriptionId" uuid)
     on w."issueId" = i.id and w."subscriptionId" = p.id
   where p.school_id = $1 order by p.id, i.id
   on conflict do nothing returning issue_id
