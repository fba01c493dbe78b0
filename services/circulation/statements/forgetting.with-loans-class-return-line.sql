-- forgetting.with-loans-class-return-line, written by `npm run emit`
-- takes uuid[]
-- gives nothing
update class_return_line t set reader_id = l.reader_id from loan l
     where l.id = t.loan_id and l.id = any($1::uuid[]) and t.reader_id is not null
