-- outgoing.expire, written by `npm run emit`
-- takes timestamp with time zone, uuid, text, date
-- gives nothing
update notice set state = 'expired', ended_at = $1 where school_id = $2
     and channel = $3 and state = 'queued' and until_on < $4::date
