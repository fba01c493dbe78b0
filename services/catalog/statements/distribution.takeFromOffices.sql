-- distribution.takeFromOffices, written by `npm run emit`
-- takes uuid, jsonb
-- gives uuid
delete from office_handout h using jsonb_to_recordset($2::jsonb) as w("issueId" uuid, office text)
   where h.school_id = $1 and h.issue_id = w."issueId" and h.office = w.office returning h.issue_id
