-- shelves.add, written by `npm run emit`
-- takes uuid, text[], uuid[], text[], boolean[]
-- gives nothing
insert into shelf_number (school_id, clc, title_id, book_number, allocated)
   select $1, * from unnest($2::text[], $3::uuid[], $4::text[], $5::boolean[])
   on conflict (school_id, clc, title_id) do nothing
