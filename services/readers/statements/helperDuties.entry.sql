-- helperDuties.entry, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, text, integer, integer, uuid, uuid, uuid, text, text, text, text, uuid, json, text[], integer, integer, integer, text, text
select e.id, e.version, e.school_id as "schoolId", e.class_id as "classId", k.section,
    k.entry_year as "entryYear", k.class_no as "classNo", e.slot_id as "slotId", e.helper_id as "helperId",
    h.reader_id as "readerId", e.on_day::text as "onDay", d.period, d.place, e.attendance, e.stand_in_id as "standInId",
    case when s.id is null then null else json_build_object('readerId', s.reader_id) end as "standIn", e.tasks, e.loans, e.returns,
    e.shelved, e.note, e.entered_on::text as "enteredOn"
  from duty_entry e join duty_slot d on d.id = e.slot_id join class_helper h on h.id = e.helper_id
  left join class_helper s on s.id = e.stand_in_id join school_class k on k.id = e.class_id where e.id = $1
