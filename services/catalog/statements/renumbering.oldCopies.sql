-- renumbering.oldCopies, written by `npm run emit`
-- takes uuid, uuid, text
-- gives uuid, integer, uuid, uuid, text, integer, text, text, text, text, text, text, text, integer, text, text, text, text, text, uuid, text, text, text, boolean
select c.id, c.version, c.title_id, c.school_id, c.barcode, c.accession_number, c.former_number, c.clc, c.book_number, c.call_number, c.volume, c.kind, c.location, c.price_fen, c.stock_state, c.accessioned_on::text as accessioned_on, c.withdrawn_on::text as withdrawn_on, c.withdrawal_reason, c.found_as, c.location_id, c.external_id, o.old_number as "oldNumber", o.old_call_number as "oldCallNumber",
     c.stock_state <> 'withdrawn' and (c.school_id <> $2 or c.clc is distinct from $3
       or c.book_number is distinct from o.new_number) as "isOther"
   from renumbering_copy o join copy c on c.id = o.copy_id where o.renumbering_id = $1 order by c.id for update of c
