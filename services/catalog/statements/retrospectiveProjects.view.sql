-- retrospectiveProjects.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, integer, text, text, text, text, text, text, integer
select p.id, p.version, p.school_id as "schoolId", p.name, p.goal_volumes as "goalVolumes",
    p.begins_on::text as "beginsOn", p.ends_on::text as "endsOn", p.kind, p.note, p.planned_by as "plannedBy",
    p.ended_on::text as "endedOn", (select count(*)::int from register_line l
    join register_batch b on b.school_id = l.school_id and b.number = l.batch and b.source in ('not-recorded', 'other')
    join copy c on c.id = l.copy_id and c.stock_state <> 'withdrawn' and (p.kind is null or c.kind = p.kind)
    where l.school_id = p.school_id and l.kind = 'accession' and l.day >= p.begins_on and l.day <= coalesce(p.ended_on, 'infinity')) as entered
  from retrospective_project p where p.id = $1
