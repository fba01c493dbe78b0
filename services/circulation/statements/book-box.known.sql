-- book-box.known, written by `npm run emit`
-- takes uuid, text[]
-- gives text
select barcode from known_copy where barcode = any($2::text[]) and school_id = $1 and stock_state <> 'withdrawn'
