-- helperDuties.hasEntries, written by `npm run emit`
-- takes uuid
-- gives integer
select 1 from duty_entry where slot_id = $1 limit 1
