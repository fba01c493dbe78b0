-- registers.nextPeriod, written by `npm run emit`
-- takes uuid
-- gives integer, integer
update register r set period = r.period + 1
   where r.school_id = $1 and r.next_line - 1 > coalesce((
     select max(p.last_line) from register_period p where p.school_id = $1), 0)
   returning r.period - 1 as number, r.next_line - 1 as "lastLine"
