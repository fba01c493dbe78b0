-- shelves.lockCounters, written by `npm run emit`
-- takes uuid, text[]
-- gives text, integer
insert into shelf_counter as s (school_id, clc, next)
   select $1, k.clc, 1 from (select distinct clc from unnest($2::text[]) as u(clc) order by clc) k
   on conflict (school_id, clc) do update set next = s.next returning clc, next
