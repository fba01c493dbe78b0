-- stock-additions.viewOf, written by `npm run emit`
-- takes date, uuid
-- gives uuid, integer, uuid, uuid, text, text, text, text, integer, integer, text, text, text, text
select a.id, a.version, a.school_id as "schoolId", a.location_id as "locationId", p.path as place, a.name,
    a.from_on::text as "fromOn", a.due_on::text as "dueOn", a.volumes, c.added, a.note,
    case when a.status = 'planned' and a.due_on < $1::date then 'overdue' else a.status end as status,
    a.ended_on::text as "endedOn", a.words
  from stock_addition a join location p on p.id = a.location_id
  cross join lateral (
    select count(*)::int as added from location q join copy c on c.location_id = q.id
    where q.school_id = a.school_id and (q.id = p.id or p.id = any(q.ancestors)) and c.stock_state <> 'withdrawn'
      and c.accessioned_on between a.from_on and coalesce(a.ended_on, $1::date)) c where a.id = $2
