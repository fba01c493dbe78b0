-- borrower.save, written by `npm run emit`
-- takes integer, uuid[], uuid[], date[], uuid[], uuid[], integer, integer, integer, uuid
-- gives nothing
update borrower set version = $1, open_loans = cardinality($2::uuid[]),
    open_loan_ids = $2::uuid[],
    open_title_ids = $3::uuid[],
    open_dues = $4::date[],
    in_room_ids = $5::uuid[],
    block_ids = $6::uuid[],
    open_holds = $7,
    loans_since_note = $8,
    compensations_owed = $9
  where borrower_id = $10::uuid
