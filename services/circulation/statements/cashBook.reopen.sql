-- cashBook.reopen, written by `npm run emit`
-- takes uuid, integer
-- gives nothing
with gone as (delete from cash_period where school_id = $1 and number = $2 returning first_line)
   update cash_account set last_period = last_period - 1, closed_number = (select first_line - 1 from gone) where school_id = $1
