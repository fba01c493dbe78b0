-- textbooks.setNeeds, written by `npm run emit`
-- takes uuid, uuid, jsonb
-- gives nothing
insert into textbook_need (id, school_id, term_id, textbook_id, grade, stream, per_pupil)
   select t.id, $1, $2, t."textbookId", t.grade, t.stream, t."perPupil"
   from jsonb_to_recordset($3::jsonb) as t(id uuid, "textbookId" uuid, grade int, stream text, "perPupil" int)
   order by t."textbookId", t.grade, t.stream
   on conflict (school_id, term_id, textbook_id, grade, stream) do update set per_pupil = excluded.per_pupil
