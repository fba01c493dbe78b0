-- textbookStock.lockHeld, written by `npm run emit`
-- takes uuid, uuid[], text[], text[]
-- gives uuid, text, text, integer
insert into textbook_holding as h (school_id, textbook_id, holder_kind, holder, quantity)
   select $1::uuid, m.textbook_id, m.kind, m.holder, 0
   from unnest($2::uuid[], $3::text[], $4::text[]) as m(textbook_id, kind, holder)
   on conflict (school_id, holder_kind, holder, textbook_id) do update set quantity = h.quantity
   returning textbook_id as "textbookId", holder_kind as kind, holder as ref, quantity
