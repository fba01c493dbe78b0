-- textbookPacks.add, written by `npm run emit`
-- takes uuid, uuid, text, date, text, jsonb
-- gives nothing
insert into textbook_pack (id, school_id, term_id, occasion, hand_out_on, note, holder_kind, holder, grade, pupils, status)
   select t.id, $1, $2, $3, $4, $5, t.holder->>'kind', t.holder->>'ref', t.grade, t.pupils, 'planned'
   from jsonb_to_recordset($6::jsonb) as t(id uuid, holder jsonb, grade int, pupils int)
