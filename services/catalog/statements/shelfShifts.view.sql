-- shelfShifts.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, text, text, text, text, integer, integer, integer
select s.id, s.version, s.school_id as "schoolId", s.name, s.begins_on::text as "beginsOn",
    s.ends_on::text as "endsOn", s.note, s.planned_by as "plannedBy", s.ended_on::text as "endedOn", d.steps, d.done, d.volumes
  from shelf_shift s cross join lateral (
    select count(*)::int as steps, count(m.id)::int as done, coalesce(sum(m.volumes), 0)::int as volumes
    from shelf_shift_step t left join copy_move m on m.id = t.move_id and m.undone_at is null
    where t.shift_id = s.id) d where s.id = $1
