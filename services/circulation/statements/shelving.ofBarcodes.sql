-- shelving.ofBarcodes, written by `npm run emit`
-- takes uuid, text[], date
-- gives text, uuid
select asked.barcode, l.id as "loanId" from unnest($2::text[]) as asked(barcode)
   cross join lateral (
     select l.id from known_copy k join loan l on l.copy_id = k.copy_id
     where k.barcode = asked.barcode and l.closed_how = 'returned' and l.closed_school_id = $1 and l.closed_on >= $3::date
     order by l.id desc limit 1) l
