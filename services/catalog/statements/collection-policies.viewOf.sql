-- collection-policies.viewOf, written by `npm run emit`
-- takes date, uuid
-- gives uuid, uuid, text, text, json, text, text, integer, integer
select p.id, p.school_id as "schoolId", p.effective_on::text as "effectiveOn", p.reason,
    json_build_object('primary', p.primary_volumes, 'junior', p.junior_volumes, 'senior', p.senior_volumes) as "volumesPerPupil",
    p.written_on::text as "writtenOn",
    case when p.effective_on > $1::date then 'planned'
      when exists (select from collection_policy n where n.school_id = p.school_id and n.effective_on <= $1::date
        and n.effective_on > p.effective_on) then 'replaced'
      else 'in-force' end as standing,
    (select count(*)::int from collecting_level l where l.policy_id = p.id) as levels,
    (select count(*)::int from holding_target t where t.policy_id = p.id) as targets
  from collection_policy p where p.id = $2
