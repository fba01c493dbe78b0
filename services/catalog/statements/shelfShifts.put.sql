-- shelfShifts.put, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into shelf_shift_step (shift_id, number, to_id, stands_in, from_call_number, to_call_number, even_if_full)
   select $1, t.at, (t.s->>'toId')::uuid, (t.s->>'standsIn')::uuid, t.s->>'fromCallNumber', t.s->>'toCallNumber',
     (t.s->>'evenIfFull')::boolean
   from jsonb_array_elements($2::jsonb) with ordinality as t(s, at)
