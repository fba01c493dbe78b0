-- loanCases.add, written by `npm run emit`
-- takes uuid, uuid, text, uuid, uuid, text, date, date, text, text
-- gives nothing
insert into loan_case (id, school_id, kind, loan_id, class_id, damage, mend_by, noted_on, noted_by, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
