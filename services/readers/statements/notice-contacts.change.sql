-- notice-contacts.change, written by `npm run emit`
-- takes bytea, text, text, integer, uuid
-- gives nothing
update notice_contact set address = $1, key_id = $2,
     language = $3, version = $4 where id = $5
