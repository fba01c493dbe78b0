-- helperOffice.officers, written by `npm run emit`
-- takes uuid, uuid, date, date
-- gives integer
select 1 from class_helper where class_id = $1 and status = 'appointed' and 'loan-officer' = any(duties) and id <> $2
     and starts_on <= $4 and ends_on >= $3
