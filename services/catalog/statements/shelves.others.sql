-- shelves.others, written by `npm run emit`
-- takes uuid, text[], text[]
-- gives text, text, uuid
select n.clc, n.book_number, n.title_id from shelf_number n
   join unnest($2::text[], $3::text[]) as k(clc, book_number) on n.clc = k.clc and n.book_number = k.book_number
   where n.school_id = $1
