-- library-room.add-steps, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into shelf_access_step (room_id, place, reader_kind, grades, access, begins_on)
   select $1, s.place, s."readerKind", array(select jsonb_array_elements_text(s.grades)::int), s.access, s."beginsOn"
   from jsonb_to_recordset($2::jsonb) as s(place int, "readerKind" text, grades jsonb, access text, "beginsOn" date)
