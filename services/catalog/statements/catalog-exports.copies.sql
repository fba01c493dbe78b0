-- catalog-exports.copies, written by `npm run emit`
-- takes uuid[], uuid
-- gives uuid, integer, uuid, uuid, text, integer, text, text, text, text, text, text, text, integer, text, text, text, text, text, uuid, text
select c.id, c.version, c.title_id, c.school_id, c.barcode, c.accession_number, c.former_number, c.clc, c.book_number, c.call_number, c.volume, c.kind, c.location, c.price_fen, c.stock_state, c.accessioned_on::text as accessioned_on, c.withdrawn_on::text as withdrawn_on, c.withdrawal_reason, c.found_as, c.location_id, c.external_id from copy c
   where c.title_id = any($1::uuid[]) and c.school_id = $2 and c.stock_state <> 'withdrawn'
   order by c.title_id, c.accession_number
