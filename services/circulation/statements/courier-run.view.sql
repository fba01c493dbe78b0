-- courier-run.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, text, timestamp with time zone, text, text, integer, integer, integer
select r.id, r.school_id as "schoolId", k.name as school, r.run_on::text as "runOn", r.courier, r.note, r.state,
    r.left_at as "leftAt", r.left_by as "leftBy", r.made_by as "madeBy", r.version, c.copies, c.received
  from courier_run r left join known_school k on k.school_id = r.school_id
  cross join lateral (
    select count(*)::int as copies, (count(*) filter (where t.status = 'received'))::int as received
    from copy_transfer t where t.run_id = r.id) c where r.id = $1
