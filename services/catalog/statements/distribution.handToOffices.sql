-- distribution.handToOffices, written by `npm run emit`
-- takes uuid, jsonb, date, text
-- gives uuid
insert into office_handout (school_id, issue_id, office, handed_on, handed_by)
   select a.school_id, i.id, a.office, $3, $4 from serial_allotment a join serial_issue i on i.title_id = a.title_id and i.year = a.year
  join serial_receipt c on c.issue_id = i.id and c.school_id = a.school_id
   join jsonb_to_recordset($2::jsonb) as w("issueId" uuid, office text) on w."issueId" = i.id and w.office = a.office
   where a.school_id = $1 order by i.id, a.office on conflict do nothing returning issue_id
