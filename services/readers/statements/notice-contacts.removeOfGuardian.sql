-- notice-contacts.removeOfGuardian, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from notice_contact where guardian_id = $1
