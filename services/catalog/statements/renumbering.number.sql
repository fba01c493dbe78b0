-- renumbering.number, written by `npm run emit`
-- takes uuid, text, uuid[], text[]
-- gives nothing
insert into shelf_number (school_id, clc, title_id, book_number, allocated)
   select $1, $2, k.title_id, k.book_number, false from unnest($3::uuid[], $4::text[]) as k (title_id, book_number)
   on conflict (school_id, clc, title_id) do update set book_number = excluded.book_number
