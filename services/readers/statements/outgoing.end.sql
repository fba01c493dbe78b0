-- outgoing.end, written by `npm run emit`
-- takes text, text, timestamp with time zone, text, timestamp with time zone, uuid
-- gives nothing
update notice set state = $1, why = $2, not_before = $3,
     ended_at = case when $4 = 'queued' then null else $5::timestamptz end, sending_since = null
   where message_id = $6 and state = 'sending'
