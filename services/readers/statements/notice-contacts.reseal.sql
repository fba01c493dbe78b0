-- notice-contacts.reseal, written by `npm run emit`
-- takes bytea, text, uuid
-- gives nothing
update notice_contact set address = $1, key_id = $2
     where id = $3
