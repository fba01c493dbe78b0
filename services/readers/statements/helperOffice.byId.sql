-- helperOffice.byId, written by `npm run emit`
-- takes date, uuid
-- gives uuid, integer, uuid, uuid, text, integer, integer, uuid, text, integer, text[], text[], text, text, text, text, text, text, text, boolean, boolean
select h.id, h.version, h.school_id as "schoolId", h.class_id as "classId", k.section,
    k.entry_year as "entryYear", k.class_no as "classNo", h.reader_id as "readerId", h.chosen_by as "chosenBy", h.votes,
    h.criteria, h.duties, h.words, h.starts_on::text as "startsOn", h.ends_on::text as "endsOn", h.status,
    h.entered_on::text as "enteredOn", h.decided_on::text as "decidedOn", h.reason,
    (h.status = 'appointed' and $1::date between h.starts_on and h.ends_on and r.class_id = h.class_id and r.left_on is null) as "inOffice", exists (select from helper_training_attendance a join helper_training g on g.id = a.training_id
    where a.reader_id = h.reader_id and a.result = 'passed' and g.school_id = h.school_id and g.required and g.status = 'held') as trained
  from class_helper h join reader r on r.id = h.reader_id join school_class k on k.id = h.class_id where h.id = $2
