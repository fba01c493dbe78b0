-- textbookStock.views, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, text, text, uuid, text, text, integer, text, text, text, text, text, uuid, uuid
select l.id, l.school_id as "schoolId", l.textbook_id as "textbookId", b.name, b.kind,
    l.term_id as "termId", l.what, l.occasion, l.quantity, l.holder_kind as "holderKind", l.holder as ref,
    l.on_day::text as "onDay", l.note, l.by_whom as by, l.document_id as "documentId", l.counter_of as "counterOf"
  from textbook_line l join textbook b on b.id = l.textbook_id where l.id = any($1::uuid[])
