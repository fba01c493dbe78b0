-- block-copies.barcodes, written by `npm run emit`
-- takes uuid, uuid
-- gives text
select k.barcode from borrower b cross join unnest(b.block_ids) as block(loan_id)
   join block_line l on l.loan_id = block.loan_id join block_manifest m on m.id = l.manifest_id and m.target_id = $1
   join loan n on n.id = block.loan_id join known_copy k on k.copy_id = n.copy_id
   where b.borrower_id = $2 and k.barcode is not null order by n.id
