-- outgoing.take, written by `npm run emit`
-- takes text, uuid, timestamp with time zone, text, text, uuid, text, uuid, uuid
-- gives integer, text, uuid, integer, integer, text, integer
with taken as (
     select id from notice where channel = $1 and school_id = $2 and state = 'queued'
       and not_before <= $3 and kind = $4 and recipient = $5
       and recipient_id = $6 and language = $7
       and (recipient = 'school-channel' or class_id is not distinct from $8::uuid)
     order by not_before, id limit 60 for update skip locked
   ), marked as (
     update notice n set state = 'sending', attempts = attempts + 1, message_id = $9, sending_since = clock_timestamp(),
       why = null
     from taken t where n.id = t.id
     returning n.id, n.attempts, n.reader_id, n.class_id, n.count, n.days_late, n.due_on, n.amount_fen
   )
   select m.attempts, r.name as "readerName", m.class_id as "classId", m.count, m.days_late as "daysLate", m.due_on::text as "dueOn",
     m.amount_fen as "amountFen"
   from marked m left join reader r on r.id = m.reader_id order by m.days_late desc nulls last, r.name, m.id
