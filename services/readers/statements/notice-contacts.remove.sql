-- notice-contacts.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from notice_contact where id = $1
