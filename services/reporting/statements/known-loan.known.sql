-- known-loan.known, written by `npm run emit`
-- takes uuid[]
-- gives uuid
select loan_id as "loanId" from known_loan where loan_id = any($1::uuid[])
