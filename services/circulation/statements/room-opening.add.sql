-- room-opening.add, written by `npm run emit`
-- takes uuid, uuid, uuid, date, text, text
-- gives uuid
insert into room_opening (id, school_id, room_id, on_day, opened_at, entered_by) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing returning id
