-- copies.add, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into copy (id, version, title_id, school_id, barcode, accession_number, former_number, clc, book_number, call_number, volume, kind, location, price_fen, stock_state, accessioned_on, withdrawn_on, withdrawal_reason, found_as, location_id, external_id) select id, version, title_id, school_id, barcode, accession_number, former_number, clc, book_number, call_number, volume, kind, location, price_fen, stock_state, accessioned_on, withdrawn_on, withdrawal_reason, found_as, location_id, external_id from jsonb_populate_recordset(null::copy, $1::jsonb)
