-- notice-contacts.sealedBefore, written by `npm run emit`
-- takes text, uuid, bigint
-- gives uuid, bytea, text
select id, address as bytes, key_id as "keyId" from notice_contact where key_id <> $1
       and id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
     order by id limit $3 for update skip locked
