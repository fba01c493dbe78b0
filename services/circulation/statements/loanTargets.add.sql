-- loanTargets.add, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into loan_target (school_id, place, of, grade, loans)
   select $1, row_number() over (), t.of, t.grade, t.loans from jsonb_to_recordset($2::jsonb) as t(of text, grade int, loans int)
