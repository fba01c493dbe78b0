-- textbookStock.line, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, text, integer, text, text, text, text, text, uuid, uuid, boolean
select id, school_id as "schoolId", textbook_id as "textbookId", term_id as "termId", what, occasion, quantity,
     holder_kind as kind, holder as ref, on_day::text as "onDay", note, by_whom as by, document_id as "documentId",
     counter_of as "counterOf", exists (select from textbook_line c where c.counter_of = l.id) as countered
   from textbook_line l where id = $1
