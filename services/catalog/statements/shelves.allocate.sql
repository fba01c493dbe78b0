-- shelves.allocate, written by `npm run emit`
-- takes text, uuid, uuid[], text[], integer[]
-- gives nothing
with k as (
     select * from unnest($3::uuid[], $4::text[], $5::int[]) as k(school_id, book_number, next)
   ), added as (
     insert into shelf_number (school_id, clc, title_id, book_number, allocated)
     select school_id, $1, $2, book_number, true from k
   )
   update shelf_counter s set next = k.next from k where s.school_id = k.school_id and s.clc = $1
