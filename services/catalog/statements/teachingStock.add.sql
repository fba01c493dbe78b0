-- teachingStock.add, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into teaching_line (id, school_id, title_id, term_id, what, quantity, holder_kind, holder, on_day, note, by_whom, counter_of)
   select l.id, $1, l."titleId", l."termId", l.what, l.quantity, l.holder->>'kind', l.holder->>'ref', l."onDay", l.note, l.by, l."counterOf"
   from jsonb_to_recordset($2::jsonb) as l(id uuid, "titleId" uuid, "termId" uuid, what text, quantity int, holder jsonb, "onDay" date,
     note text, by text, "counterOf" uuid)
