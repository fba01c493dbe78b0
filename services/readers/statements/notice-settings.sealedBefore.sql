-- notice-settings.sealedBefore, written by `npm run emit`
-- takes text, bigint
-- gives uuid, bytea, bytea, text, text, text
select school_id as "schoolId", url, secret, key_id as "keyId", host, shape from notice_webhook
    where key_id <> $1 order by school_id limit $2 for update skip locked
