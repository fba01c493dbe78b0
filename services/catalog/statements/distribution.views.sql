-- distribution.views, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, uuid, text, text, integer, text, text
select p.id, p.reader_id as "readerId", p.class_id as "classId", p.title_id as "serialId", t.title, s.kind,
  p.copies, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn" from personal_subscription p join serial s on s.title_id = p.title_id
   join title t on t.id = p.title_id where p.id = any($1::uuid[]) order by p.id
