-- loanTargets.clear, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from loan_target where school_id = $1
