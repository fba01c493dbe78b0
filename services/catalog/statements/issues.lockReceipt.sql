-- issues.lockReceipt, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, boolean
select id, school_id as "schoolId", issue_id as "issueId", binding_id is not null as bound from serial_receipt where id = $1 for update
