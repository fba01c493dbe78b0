-- book-box.pack, written by `npm run emit`
-- takes uuid, uuid, text[]
-- gives nothing
insert into book_box_copy (copy_id, box_id)
   select k.copy_id, $1 from unnest($3::text[]) with ordinality as a(barcode, place)
   join known_copy k on k.barcode = a.barcode and k.school_id = $2 and k.stock_state <> 'withdrawn'
   where not exists (select from book_box_copy c where c.copy_id = k.copy_id and c.box_id = $1)
   order by a.place
