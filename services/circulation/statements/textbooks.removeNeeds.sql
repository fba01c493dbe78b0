-- textbooks.removeNeeds, written by `npm run emit`
-- takes uuid, uuid, jsonb
-- gives nothing
delete from textbook_need n using jsonb_to_recordset($3::jsonb) as t("textbookId" uuid, grade int, stream text)
   where n.school_id = $1 and n.term_id = $2 and n.textbook_id = t."textbookId" and n.grade = t.grade and n.stream = t.stream
