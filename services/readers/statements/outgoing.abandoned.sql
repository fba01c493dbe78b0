-- outgoing.abandoned, written by `npm run emit`
-- takes timestamp with time zone
-- gives integer
update notice set state = 'unknown', why = 'interrupted', ended_at = $1, sending_since = null
   where state = 'sending' and sending_since < clock_timestamp() - interval '10 minutes' returning 1
