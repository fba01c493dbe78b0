-- shelves.ofTitles, written by `npm run emit`
-- takes uuid, text[], uuid[]
-- gives text, uuid, text
select n.clc, n.title_id, n.book_number from shelf_number n
   join unnest($2::text[], $3::uuid[]) as k(clc, title_id) on n.clc = k.clc and n.title_id = k.title_id
   where n.school_id = $1
