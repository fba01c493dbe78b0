-- dunning.marked, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, integer
select p.reader_id as "readerId", r.class_id as "classId", p.why, p.marked_on::text as "markedOn", p.note,
    coalesce(b.open_loans, 0) as "openLoans"
  from dunning_priority p left join known_reader r on r.reader_id = p.reader_id
  left join borrower b on b.borrower_id = p.reader_id where p.reader_id = $1
