-- issues.countAnew, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
update serial_receipt c set copies = w.copies
   from jsonb_to_recordset($2::jsonb) as w("issueId" uuid, copies int, said boolean)
   where c.school_id = $1 and c.issue_id = w."issueId" and w.said
