-- claims.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text
select id, school_id as "schoolId", issue_id as "issueId", state from serial_claim where id = $1 for update
