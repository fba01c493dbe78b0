-- distribution.handedLater, written by `npm run emit`
-- takes uuid, date
-- gives nothing
select from personal_handout h join serial_issue i on i.id = h.issue_id where h.subscription_id = $1 and i.due_on > $2 limit 1
