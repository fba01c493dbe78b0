-- catalogue.shown, written by `npm run emit`
-- takes uuid, uuid
-- gives text, text, text, integer
select t.title as shown_title, k.barcode as shown_barcode, k.call_number as shown_call_number, k.price_fen from (select $1::uuid as title_id, $2::uuid as copy_id) asked
   left join known_title t on t.title_id = asked.title_id left join known_copy k on k.copy_id = asked.copy_id
