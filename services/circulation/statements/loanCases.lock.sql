-- loanCases.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text, uuid, text
select school_id as "schoolId", kind, loan_id as "loanId", state from loan_case where id = $1 for update
