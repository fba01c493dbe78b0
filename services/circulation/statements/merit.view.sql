-- merit.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, integer, integer, integer, integer, text, text, text, text, text
select m.id, m.school_id as "schoolId", m.class_id as "classId", m.term_starts_on::text as "termStartsOn",
    m.overdue, m.lost, m.damaged, m.awards, m.note, m.suggested_on::text as "suggestedOn", m.suggested_by as "suggestedBy", m.state,
    m.ended_on::text as "endedOn"
  from merit_suggestion m where m.id = $1
