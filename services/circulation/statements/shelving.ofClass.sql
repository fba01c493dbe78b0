-- shelving.ofClass, written by `npm run emit`
-- takes uuid, uuid, date
-- gives uuid
select l.id as "loanId" from loan l
   where l.closed_school_id = $1 and l.closed_how = 'returned' and l.closed_on = $3::date and l.class_id = $2 order by l.id
