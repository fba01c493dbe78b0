-- forgetting.still-owed, written by `npm run emit`
-- takes uuid[]
-- gives uuid
select loan_id as "loanId" from (
     select loan_id, status from compensation where loan_id = any($1::uuid[]) order by id for update) c where status = 'owed'
