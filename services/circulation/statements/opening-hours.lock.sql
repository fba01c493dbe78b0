-- opening-hours.lock, written by `npm run emit`
-- takes uuid
-- gives integer
insert into room_timing as t (room_id, version) values ($1, 0)
   on conflict (room_id) do update set version = t.version returning version
