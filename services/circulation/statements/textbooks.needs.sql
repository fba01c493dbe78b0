-- textbooks.needs, written by `npm run emit`
-- takes uuid, uuid, text[], uuid[]
-- gives uuid, integer, text, integer
select n.textbook_id as "textbookId", n.grade, n.stream, n.per_pupil as "perPupil"
   from textbook_need n join textbook b on b.id = n.textbook_id
   where n.school_id = $1 and n.term_id = $2 and b.status = 'in-use'
     and ($3::text[] is null or b.kind = any($3)) and ($4::uuid[] is null or b.id = any($4))
