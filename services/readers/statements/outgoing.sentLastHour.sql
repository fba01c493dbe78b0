-- outgoing.sentLastHour, written by `npm run emit`
-- takes uuid, timestamp with time zone
-- gives integer
select count(distinct message_id)::int as n from notice where school_id = $1
     and (state = 'sending' or (state in ('sent', 'unknown') and ended_at > $2::timestamptz - interval '1 hour'))
