-- helperOffice.appointed, written by `npm run emit`
-- takes uuid, uuid, date, date
-- gives integer
select count(*)::int as n from class_helper
   where class_id = $1 and status = 'appointed' and id <> $2 and starts_on <= $4 and ends_on >= $3
