-- classReturns.add, written by `npm run emit`
-- takes uuid, uuid, uuid, date, text, text
-- gives nothing
insert into class_return_check (id, school_id, class_id, checked_on, checked_by, note, returned)
   values ($1, $2, $3, $4, $5, $6, (select count(*) from loan l
     where l.closed_school_id = $2 and l.closed_how = 'returned' and l.closed_on = $4::date and l.class_id = $3))
