-- helperTraining.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, integer, text, text, text[], integer[], boolean, text, integer, integer, integer
select g.id, g.version, g.school_id as "schoolId", g.name, g.held_on::text as "heldOn", g.minutes,
    g.place, g.trainer, g.syllabus, g.grades, g.required, g.status, n.listed, n.present, n.passed
  from helper_training g cross join lateral (
    select count(*)::int as listed, count(*) filter (where a.present)::int as present,
      count(*) filter (where a.result = 'passed')::int as passed
    from helper_training_attendance a where a.training_id = g.id) n where g.id = $1
