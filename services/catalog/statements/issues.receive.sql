-- issues.receive, written by `npm run emit`
-- takes uuid, jsonb, date, text, boolean
-- gives uuid
insert into serial_receipt as c (id, school_id, issue_id, copies, received_on, received_by, displayed_on)
   select w.id, $1, w."issueId", w.copies, $3, $4, case when $5 then $3::date end
   from jsonb_to_recordset($2::jsonb) as w(id uuid, "issueId" uuid, copies int, said boolean) order by w."issueId"
   on conflict on constraint serial_receipt_once do nothing returning issue_id as id
