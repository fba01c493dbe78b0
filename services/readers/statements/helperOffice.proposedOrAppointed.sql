-- helperOffice.proposedOrAppointed, written by `npm run emit`
-- takes uuid, uuid, date, date
-- gives integer
select 1 from class_helper
   where reader_id = $1 and status in ('proposed', 'appointed') and id <> $2 and starts_on <= $4 and ends_on >= $3
