-- duty-shift.busy, written by `npm run emit`
-- takes jsonb
-- gives integer
select 1 from jsonb_to_recordset($1::jsonb) as n(id uuid, "on" date, "readerId" uuid, starts text, ends text)
   join duty_shift d on d.reader_id = n."readerId" and d.on_day = n."on" and d.id <> n.id
     and d.starts < n.ends and n.starts < d.ends limit 1
