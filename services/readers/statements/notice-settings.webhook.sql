-- notice-settings.webhook, written by `npm run emit`
-- takes uuid
-- gives uuid, bytea, bytea, text, text, text, text
select school_id as "schoolId", url, secret, key_id as "keyId", host, shape, set_on::text as "setOn"
    from notice_webhook where school_id = $1
