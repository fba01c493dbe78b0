-- loanCases.end, written by `npm run emit`
-- takes uuid, text, date, text, text
-- gives nothing
update loan_case set state = $2, ended_on = $3, ended_by = $4, end_note = $5 where id = $1
