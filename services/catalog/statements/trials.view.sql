-- trials.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, text, text, text, text, text, text, text, text, uuid, integer, double precision, json
select t.id, t.version, t.school_id as "schoolId", s.name as school, t.kind, t.name, t.provider, t.scope, t.url,
    t.starts_on::text as "startsOn", t.ends_on::text as "endsOn", t.note, t.state, t.resource_id as "resourceId",
    e.evaluations, e.mark, coalesce(p.steps, '[]') as steps
  from e_resource_trial t left join known_school s on s.school_id = t.school_id
  cross join lateral (select count(*)::int as evaluations, round(avg(e.mark), 2)::float8 as mark
    from e_resource_evaluation e where e.trial_id = t.id) e
  cross join lateral (select json_agg(json_build_object('outcome', p.outcome, 'reason', p.reason, 'on', p.on_day) order by p.number) as steps
    from e_resource_trial_step p where p.trial_id = t.id) p where t.id = $1
