-- loanTargets.read, written by `npm run emit`
-- takes uuid
-- gives integer, integer, json
select s.version, s.advice_weekly as "adviceWeekly",
     coalesce((select json_agg(json_build_object('of', t.of, 'grade', t.grade, 'loans', t.loans) order by t.place)
       from loan_target t where t.school_id = s.school_id), '[]') as targets
   from loan_target_set s where s.school_id = $1
