-- textbookOrders.needs, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid, integer, text, integer
select n.textbook_id as "textbookId", n.grade, n.stream, n.per_pupil as "perPupil"
   from textbook_need n where n.school_id = $1 and n.term_id = $2
