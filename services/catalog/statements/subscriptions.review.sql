-- subscriptions.review, written by `npm run emit`
-- takes uuid, jsonb, text, date, text
-- gives integer
update subscription_line l set verdict = w.verdict, useful = w.useful, readable = w.readable, remark = w.remark,
     reviewer = $3, reviewed_on = $4, reviewed_by = $5
   from jsonb_to_recordset($2::jsonb) as w(number int, verdict text, useful boolean, readable boolean, remark text)
   where l.round_id = $1 and l.number = w.number returning l.number
