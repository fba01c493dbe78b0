-- notices.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, uuid, text, uuid, uuid, text, text, text, integer, integer, text, integer, text, text, text, integer, text, timestamp with time zone, uuid
select n.id, n.school_id as "schoolId", n.kind, n.cause_id as "causeId", n.cause_on::text as "causeOn",
    n.reader_id as "readerId", n.class_id as "classId", n.recipient, n.channel, n.language, n.count, n.days_late as "daysLate",
    n.due_on::text as "dueOn", n.amount_fen as "amountFen", n.until_on::text as "untilOn", n.state, n.why, n.attempts,
    n.made_on::text as "madeOn", n.ended_at as "endedAt", n.recipient_id as "recipientId" from notice n where n.id = $1 for update of n
