-- transfers.readCopies, written by `npm run emit`
-- takes uuid[], uuid
-- gives uuid, integer, uuid, uuid, text, integer, text, text, text, text, text, text, text, integer, text, text, text, text, text, uuid, text, text, boolean
select c.id, c.version, c.title_id, c.school_id, c.barcode, c.accession_number, c.former_number, c.clc, c.book_number, c.call_number, c.volume, c.kind, c.location, c.price_fen, c.stock_state, c.accessioned_on::text as accessioned_on, c.withdrawn_on::text as withdrawn_on, c.withdrawal_reason, c.found_as, c.location_id, c.external_id, c.lending as lending,
     exists (select from ownership_transfer_copy o
             where o.copy_id = c.id and o.open and o.transfer_id is distinct from $2::uuid) as promised
   from copy c
   where c.id = any($1::uuid[]) or c.id in (select copy_id from ownership_transfer_copy where transfer_id = $2::uuid)
   order by c.accession_number
