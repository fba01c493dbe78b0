-- helperDuties.slotView, written by `npm run emit`
-- takes date, uuid
-- gives uuid, integer, uuid, uuid, text, integer, integer, uuid, uuid, integer, text, text, text[], text, text, uuid, text
select d.id, d.version, d.school_id as "schoolId", d.class_id as "classId", k.section,
    k.entry_year as "entryYear", k.class_no as "classNo", d.helper_id as "helperId", h.reader_id as "readerId", d.weekday,
    d.period, d.place, d.tasks, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn", e.id as "entryId", e.attendance
  from duty_slot d join class_helper h on h.id = d.helper_id join school_class k on k.id = d.class_id
  left join duty_entry e on e.slot_id = d.id and e.on_day = $1::date where d.id = $2
