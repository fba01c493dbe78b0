-- lessonEssays.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, uuid, text, text, text, text, text
select e.id, e.school_id as "schoolId", e.class_id as "classId", e.reader_id as "readerId",
    e.title_id as "titleId", t.title as "bookTitle", e.lesson_on::text as "lessonOn", e.text, e.status,
    e.written_on::text as "writtenOn"
  from lesson_essay e left join known_title t on t.title_id = e.title_id where e.id = $1 and e.status = 'shared'
