-- opening-hours.add, written by `npm run emit`
-- takes uuid[], text, jsonb
-- gives nothing
insert into room_hours (room_id, kind, place, weekday, opens, closes, audience)
   select m.id, $2, h.place, h.weekday, h."from", h."to", h.audience
   from unnest($1::uuid[]) as m(id) cross join jsonb_to_recordset($3::jsonb)
     as h(place int, weekday int, "from" text, "to" text, audience text)
