-- copies.taken, written by `npm run emit`
-- takes uuid, text[]
-- gives text
select barcode from copy where school_id = $1 and barcode = any($2::text[])
