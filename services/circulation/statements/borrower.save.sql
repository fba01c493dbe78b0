-- borrower.save, written by `npm run emit`
-- takes integer, uuid[], uuid[], date[], uuid[], integer, integer, integer, uuid
-- gives nothing
update borrower set version = $1, open_loans = cardinality($2::uuid[]),
    open_loan_ids = $2::uuid[],
    open_title_ids = $3::uuid[],
    open_dues = $4::date[],
    in_room_ids = $5::uuid[],
    open_holds = $6,
    loans_since_note = $7,
    compensations_owed = $8
  where borrower_id = $9::uuid
