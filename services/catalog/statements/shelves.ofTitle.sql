-- shelves.ofTitle, written by `npm run emit`
-- takes text, uuid, uuid[]
-- gives uuid, text
select school_id, book_number from shelf_number where clc = $1 and title_id = $2 and school_id = any($3::uuid[])
