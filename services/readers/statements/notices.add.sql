-- notices.add, written by `npm run emit`
-- takes uuid, text, uuid, date, integer, integer, date, integer, date, date, timestamp with time zone, jsonb
-- gives nothing
insert into notice (id, school_id, kind, cause_id, cause_on, subject_id, reader_id, class_id, recipient, recipient_id, channel, language,
     count, days_late, due_on, amount_fen, until_on, state, why, not_before, made_on, made_at)
   select m.id, $1::uuid, $2, $3::uuid, $4::date,
     m."subjectId", m."readerId", m."classId", m.recipient, m."recipientId", m.channel, m.language,
     $5::int, $6::int, $7::date,
     $8::int, $9::date, m.state, m.why, m."notBefore",
     $10::date, $11
   from jsonb_to_recordset($12::jsonb) as m(id uuid, "subjectId" uuid, "readerId" uuid, "classId" uuid, recipient text,
     "recipientId" uuid, channel text, language text, state text, why text, "notBefore" timestamptz)
   on conflict on constraint notice_once do nothing
