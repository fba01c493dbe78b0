-- shelves.moveCounters, written by `npm run emit`
-- takes uuid, text[], integer[]
-- gives nothing
update shelf_counter s set next = k.next from unnest($2::text[], $3::int[]) as k(clc, next)
   where s.school_id = $1 and s.clc = k.clc
