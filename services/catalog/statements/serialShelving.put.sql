-- serialShelving.put, written by `npm run emit`
-- takes uuid, uuid, integer
-- gives nothing
insert into serial_shelf_number (school_id, title_id, number)
   values ($1, $2, coalesce($3::int,
     (select number from serial_shelf_number where school_id = $1 and title_id = $2),
     (select coalesce(max(number), 0) + 1 from serial_shelf_number where school_id = $1)))
   on conflict (school_id, title_id) do update set number = excluded.number
