-- notice-contacts.sealedBefore, written by `npm run emit`
-- takes text, bigint
-- gives uuid, bytea, text
select id, address as bytes, key_id as "keyId" from notice_contact where key_id <> $1
     order by id limit $2 for update skip locked
