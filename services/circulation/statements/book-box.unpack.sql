-- book-box.unpack, written by `npm run emit`
-- takes uuid, text[]
-- gives integer
delete from book_box_copy c using known_copy k
   where c.box_id = $1 and k.copy_id = c.copy_id and k.barcode = any($2::text[]) returning 1
