-- loan-use.of-new-loans, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives uuid, text, text, integer
with loan as (
     select loan_id, copy_id, owning_school_id, loaned_on, loan_id = any($2::uuid[]) as is_new
     from known_loan where copy_id = any($1::uuid[]) and not in_room
   ), use as (
     select owning_school_id, loaned_on, 1 as loans,
            lag(loaned_on) over (partition by copy_id order by loaned_on, loan_id) as before from loan
     union all
     select owning_school_id, loaned_on, -1,
            lag(loaned_on) over (partition by copy_id order by loaned_on, loan_id) from loan where not is_new
   )
   select owning_school_id as school_id, coalesce(date_trunc('month', before)::date, date '0001-01-01')::text as lent_before,
          loaned_on::text as day, sum(loans)::int as loans
   from use group by 1, 2, 3 having sum(loans) <> 0
