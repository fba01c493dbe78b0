-- servedGroups.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, text, text, text, text, text, integer, text, text, integer, integer, integer, text
select g.id, g.school_id as "schoolId", g.sort, g.kind, g.name, g.needs, g.contact,
    g.agreement_number as "agreementNumber", g.agreed_from::text as "agreedFrom", g.agreed_to::text as "agreedTo",
    g.ended_on::text as "endedOn", g.version, g.created_on::text as "createdOn", g.created_by as "createdBy",
    m.members, s.services, s.people, s.last as "lastServedOn"
  from served_group g
  cross join lateral (select count(*)::int as members from served_group_reader m where m.group_id = g.id) m
  cross join lateral (select count(*)::int as services, coalesce(sum(s.people), 0)::int as people, max(s.given_on)::text as last
    from group_service s where s.group_id = g.id and s.struck_on is null) s where g.id = $1
