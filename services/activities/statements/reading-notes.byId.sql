-- reading-notes.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, uuid, text, text, text, text, text, text
select id, reader_id as "readerId", school_id as "schoolId", class_id as "classId", title_id as "titleId", kind, text,
  sorted_as as "sortedAs",  state as status, handed_in_on::text as "handedInOn", accepted_on::text as "acceptedOn" from reading_note where id = $1
