-- loanCases.loanByBarcode, written by `npm run emit`
-- takes uuid, text
-- gives uuid, uuid, uuid, boolean
select l.id as "loanId", l.lending_school_id as "schoolId", coalesce(r.class_id, l.class_id) as "classId",
    l.closed_how is not null as "isClosed"
  from loan l left join known_reader r on r.reader_id = l.reader_id join known_copy k on k.copy_id = l.copy_id
   where k.barcode = $2 and l.lending_school_id = $1 and l.closed_how is null order by l.id desc limit 1
