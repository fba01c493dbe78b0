-- rotation.add-change, written by `npm run emit`
-- takes uuid, uuid, date, date, text, text, uuid, text, text
-- gives uuid
insert into rotation_change (id, slot_id, on_day, moved_on, starts, ends, room_id, reason, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (slot_id, on_day) do nothing returning id
