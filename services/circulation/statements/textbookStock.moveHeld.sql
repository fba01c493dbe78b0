-- textbookStock.moveHeld, written by `npm run emit`
-- takes uuid, uuid[], text[], text[], integer[]
-- gives nothing
update textbook_holding h set quantity = h.quantity + m.by
   from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) as m(textbook_id, kind, holder, by)
   where h.school_id = $1 and h.textbook_id = m.textbook_id and h.holder_kind = m.kind and h.holder = m.holder
