-- serviceTeams.team, written by `npm run emit`
-- takes date, uuid
-- gives uuid, integer, uuid, text, text, text, integer[], text, text, text, integer
select t.id, t.version, t.school_id as "schoolId", t.kind, t.name, t.rules, t.grades, t.led_by as "ledBy",
    t.founded_on::text as "foundedOn", t.dissolved_on::text as "dissolvedOn", n.members
  from service_team t cross join lateral (
    select count(*)::int as members from service_team_member m
    where m.team_id = t.id and m.joined_on <= $1::date and (m.left_on is null or m.left_on > $1::date)) n where t.id = $2
