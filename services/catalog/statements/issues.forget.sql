-- issues.forget, written by `npm run emit`
-- takes uuid, integer, date
-- gives nothing
delete from serial_issue i where i.title_id = $1 and i.year = $2 and i.due_on > $3 and i.first is not null
     and not exists (select from serial_receipt c where c.issue_id = i.id)
     and not exists (select from serial_claim k where k.issue_id = i.id)
