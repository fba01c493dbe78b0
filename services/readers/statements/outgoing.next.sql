-- outgoing.next, written by `npm run emit`
-- takes text, uuid, timestamp with time zone
-- gives text, text, uuid, text, uuid
select kind, recipient, recipient_id as "recipientId", language, class_id as "classId" from notice
   where channel = $1 and school_id = $2 and state = 'queued'
     and not_before <= $3
   order by not_before, id limit 1
