-- known-room.know, written by `npm run emit`
-- takes uuid, date, integer, jsonb
-- gives nothing
insert into known_room as k (room_id, since, school_id, name, purposes, place, campus, department, seats, retired_on, version)
   select $1::uuid, $2::date, r."schoolId", r.name, r.purposes, r.place, r.campus, r.department, r.seats, r."retiredOn", $3::int
   from jsonb_to_record($4::jsonb) as r("schoolId" uuid, name text, purposes text[], place text, campus text, department text,
     seats int, "retiredOn" date)
   on conflict (room_id, since) do update set name = excluded.name, purposes = excluded.purposes, place = excluded.place,
     campus = excluded.campus, department = excluded.department, seats = excluded.seats, retired_on = excluded.retired_on,
     version = excluded.version
   where k.version < excluded.version
