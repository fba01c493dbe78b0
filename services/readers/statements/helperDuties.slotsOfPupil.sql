-- helperDuties.slotsOfPupil, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text
select d.id, d.weekday, d.period, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn"
   from class_helper h join class_helper o on o.reader_id = h.reader_id join duty_slot d on d.helper_id = o.id
   where h.id = $1 and o.status = 'appointed'
