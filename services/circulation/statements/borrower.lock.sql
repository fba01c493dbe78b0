-- borrower.lock, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer, uuid[], uuid[], text[], uuid[], uuid[], integer, integer, integer
select b.borrower_id, b.version as b_version, b.open_loan_ids as b_loan_ids, b.open_title_ids as b_title_ids,
   b.open_dues::text[] as b_dues, b.in_room_ids as b_in_room_ids, b.block_ids as b_block_ids, b.open_holds as b_open_holds,
   b.loans_since_note as b_loans_since_note, b.compensations_owed as b_compensations_owed from borrower b
   where b.borrower_id = any($1::uuid[]) order by b.borrower_id for update
