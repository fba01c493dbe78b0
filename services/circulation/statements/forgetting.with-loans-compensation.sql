-- forgetting.with-loans-compensation, written by `npm run emit`
-- takes uuid[]
-- gives nothing
update compensation t set reader_id = l.reader_id from loan l
     where l.id = t.loan_id and l.id = any($1::uuid[]) and t.reader_id is not null
