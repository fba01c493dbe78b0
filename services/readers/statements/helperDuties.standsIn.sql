-- helperDuties.standsIn, written by `npm run emit`
-- takes uuid, date, text, uuid
-- gives integer
select 1 from duty_entry e join duty_slot d on d.id = e.slot_id
   where e.stand_in_id = $1 and e.on_day = $2 and d.period = $3 and e.id <> $4
