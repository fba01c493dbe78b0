-- distribution.takeFromReaders, written by `npm run emit`
-- takes uuid, jsonb
-- gives uuid
delete from personal_handout h using jsonb_to_recordset($2::jsonb) as w("issueId" uuid, "subscriptionId" uuid),
     personal_subscription p
   where p.id = h.subscription_id and p.school_id = $1 and h.issue_id = w."issueId" and h.subscription_id = w."subscriptionId"
   returning h.issue_id
