-- copies.change, written by `npm run emit`
-- takes uuid, integer, text, text, text, integer, text, date, text, text, uuid, text, text
-- gives nothing
update copy set version = $2, barcode = $3, kind = $4, location = $5, price_fen = $6, stock_state = $7,
     withdrawn_on = $8, withdrawal_reason = $9, volume = $10, location_id = $11, call_number = $12,
     external_id = $13 where id = $1
