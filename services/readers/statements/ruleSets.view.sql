-- ruleSets.view, written by `npm run emit`
-- takes date, uuid
-- gives uuid, uuid, text, text, text, integer, text, text, text, integer, text[], integer
select s.id, s.school_id as "schoolId", s.kind, s.name, s.ended_on::text as "endedOn",
    v.number, v.text, v.holds_from::text as "holdsFrom", n.holds_from::text as "nextFrom",
    (select count(*)::int from rule_version o where o.set_id = s.id) as versions, p.rooms,
    (select count(*)::int from rule_reading r where r.set_id = s.id and r.number = v.number) as readings
  from rule_set s
  left join lateral (select number, text, holds_from from rule_version v where v.set_id = s.id and v.holds_from <= $1
    order by number desc limit 1) v on true
  left join lateral (select holds_from from rule_version v where v.set_id = s.id and v.holds_from > $1
    order by number desc limit 1) n on true
  cross join lateral (select coalesce(array_agg(p.room order by p.room), '{}') as rooms
    from rule_posting p where p.set_id = s.id and p.removed_on is null) p where s.id = $2
