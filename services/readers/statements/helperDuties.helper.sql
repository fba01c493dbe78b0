-- helperDuties.helper, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text[], text, text, text, boolean
select h.id, h.school_id as "schoolId", h.class_id as "classId", h.duties, h.status, h.starts_on::text as "startsOn",
     h.ends_on::text as "endsOn", exists (select from helper_training_attendance a join helper_training g on g.id = a.training_id
    where a.reader_id = h.reader_id and a.result = 'passed' and g.school_id = h.school_id and g.required and g.status = 'held') as trained
   from class_helper h where h.id = $1 for no key update of h
