-- teachingStock.lockHeld, written by `npm run emit`
-- takes uuid, uuid[], text[], text[]
-- gives uuid, text, text, integer
insert into teaching_holding as h (school_id, title_id, holder_kind, holder, quantity)
   select $1::uuid, m.title_id, m.kind, m.holder, 0 from unnest($2::uuid[], $3::text[], $4::text[]) as m(title_id, kind, holder)
   on conflict (school_id, holder_kind, holder, title_id) do update set quantity = h.quantity
   returning title_id as "titleId", holder_kind as kind, holder as ref, quantity
