-- block-manifest.barcodes, written by `npm run emit`
-- takes uuid
-- gives text, uuid, boolean
select k.barcode, l.loan_id as "loanId", n.closed_how is null as "isOpen"
   from block_line l join loan n on n.id = l.loan_id join known_copy k on k.copy_id = l.copy_id
   where l.manifest_id = $1 and k.barcode is not null order by l.position
