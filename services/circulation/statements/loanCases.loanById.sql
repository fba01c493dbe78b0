-- loanCases.loanById, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, boolean
select l.id as "loanId", l.lending_school_id as "schoolId", coalesce(r.class_id, l.class_id) as "classId",
    l.closed_how is not null as "isClosed"
  from loan l left join known_reader r on r.reader_id = l.reader_id where l.id = $1
