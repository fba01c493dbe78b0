-- textbookStock.add, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into textbook_line (id, school_id, textbook_id, term_id, what, occasion, quantity, holder_kind, holder, on_day, note,
     by_whom, document_id, counter_of)
   select l.id, $1, l."textbookId", l."termId", l.what, l.occasion, l.quantity, l.holder->>'kind', l.holder->>'ref', l."onDay",
     l.note, l.by, l."documentId", l."counterOf"
   from jsonb_to_recordset($2::jsonb) as l(id uuid, "textbookId" uuid, "termId" uuid, what text, occasion text, quantity int,
     holder jsonb, "onDay" date, note text, by text, "documentId" uuid, "counterOf" uuid)
