-- notices.again, written by `npm run emit`
-- takes timestamp with time zone, uuid, text, text, uuid
-- gives nothing
update notice set state = 'queued', why = null, attempts = 0, not_before = $1, message_id = null,
     sending_since = null, ended_at = null, recipient_id = $2, language = $3,
     changed_by = $4
   where id = $5
