-- issues.expect, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into serial_issue (id, title_id, year, first, last, label, due_on, missing_from)
   select w.id, w."titleId", w.year, w.first, w.last, w.label, w."dueOn", w."missingFrom"
   from jsonb_to_recordset($1::jsonb) as w(id uuid, "titleId" uuid, year int, first int, last int, label text, "dueOn" date,
     "missingFrom" date)
   on conflict on constraint serial_issue_once do nothing
