-- classReturns.addLines, written by `npm run emit`
-- takes uuid, uuid, date
-- gives nothing
insert into class_return_line (check_id, position, loan_id, reader_id, due_on)
   select $1, row_number() over (order by l.reader_id nulls last, l.due_on, l.id), l.id, l.reader_id, l.due_on
   from (
     select l.* from known_reader r join loan l on l.reader_id = r.reader_id where r.class_id = $2
     union all select l.* from loan l where l.class_id = $2 and l.reader_id is null) l
   where l.closed_how is null and l.due_on <= $3::date and l.mode <> 'in-room'
