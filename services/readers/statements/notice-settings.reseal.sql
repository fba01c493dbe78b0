-- notice-settings.reseal, written by `npm run emit`
-- takes bytea, bytea, text, uuid
-- gives nothing
update notice_webhook set url = $1, secret = $2, key_id = $3
    where school_id = $4
