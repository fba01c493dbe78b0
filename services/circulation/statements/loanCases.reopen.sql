-- loanCases.reopen, written by `npm run emit`
-- takes uuid
-- gives nothing
update loan_case set state = 'open', ended_on = null, ended_by = null, end_note = null where id = $1
