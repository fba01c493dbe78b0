-- shelving.unmark, written by `npm run emit`
-- takes uuid[]
-- gives nothing
delete from shelved_return where loan_id = any($1::uuid[])
