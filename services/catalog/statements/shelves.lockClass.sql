-- shelves.lockClass, written by `npm run emit`
-- takes text, uuid[]
-- gives uuid, integer
insert into shelf_counter as s (school_id, clc, next)
   select k.school_id, $1, 1 from unnest($2::uuid[]) as k(school_id) order by k.school_id
   on conflict (school_id, clc) do update set next = s.next returning school_id, next
