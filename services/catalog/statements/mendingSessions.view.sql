-- mendingSessions.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, uuid, text, boolean, text, integer, integer, integer, integer
select m.id, m.version, m.school_id as "schoolId", m.name, m.held_on::text as "heldOn",
    m.class_id as "classId", m.note, m.cancelled, m.planned_by as "plannedBy",
    (select count(*)::int from mending_helper h where h.session_id = m.id) as helpers, w.mended, w.beyond as "beyondRepair",
    w.not_needed as "notNeeded"
  from mending_session m cross join lateral (
    select count(*) filter (where r.state = 'mended')::int as mended,
      count(*) filter (where r.state = 'beyond-repair')::int as beyond,
      count(*) filter (where r.state = 'not-needed')::int as not_needed
    from repair r where r.session_id = m.id) w where m.id = $1
