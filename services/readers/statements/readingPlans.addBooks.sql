-- readingPlans.addBooks, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into reading_plan_book (plan_id, position, title, author, title_id, by_day, done_on, note)
   select $1, row_number() over (), t.title, t.author, t."titleId", t."byDay", t."doneOn", t.note
   from jsonb_to_recordset($2::jsonb)
     as t(title text, author text, "titleId" uuid, "byDay" date, "doneOn" date, note text)
