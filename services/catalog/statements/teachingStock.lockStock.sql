-- teachingStock.lockStock, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, integer
insert into teaching_stock as s (school_id, title_id) select $1, u.id from unnest($2::uuid[]) as u(id) order by u.id
   on conflict (school_id, title_id) do update set on_hand = s.on_hand returning title_id as "titleId", on_hand as quantity
