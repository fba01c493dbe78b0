-- title-merges.shareShelves, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
insert into shelf_number (school_id, clc, title_id, book_number, allocated)
   select school_id, clc, $2, book_number, false from shelf_number where title_id = $1
   on conflict (school_id, clc, title_id) do nothing
