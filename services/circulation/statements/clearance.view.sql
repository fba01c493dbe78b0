-- clearance.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, text, integer, integer, text, boolean, text, text, text, text, integer, text, boolean, boolean
select c.id, c.school_id as "schoolId", c.reader_id as "readerId", c.class_id as "classId", c.why,
    c.opened_on::text as "openedOn", coalesce(b.open_loans, 0) as "openLoans", coalesce(b.compensations_owed, 0) as debts,
    c.card_in_on::text as "cardInOn", c.with_files as "withFiles", c.files_in_on::text as "filesInOn", c.state,
    c.cleared_on::text as "clearedOn", c.cleared_by as "clearedBy", c.number, c.note,
    c.card_in_on is null and exists (select from known_card k where k.reader_id = c.reader_id and k.status = 'active') as "cardOut",
    c.with_files and c.files_in_on is null as "filesOut"
  from clearance c left join borrower b on b.borrower_id = c.reader_id where c.id = $1
