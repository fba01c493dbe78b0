-- library-room.save, written by `npm run emit`
-- takes uuid, uuid, text, text[], text, integer, integer, boolean, uuid, text, date, integer, text, text
-- gives nothing
insert into library_room (id, school_id, name, purposes, place, seats, classes_at_once, all_day, alternative_id,
     alternative_note, retired_on, version, campus, department)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (id) do update set name = excluded.name, purposes = excluded.purposes, place = excluded.place,
     seats = excluded.seats, classes_at_once = excluded.classes_at_once, all_day = excluded.all_day,
     alternative_id = excluded.alternative_id, alternative_note = excluded.alternative_note,
     retired_on = excluded.retired_on, version = excluded.version, campus = excluded.campus,
     department = excluded.department
