-- serviceTeams.area, written by `npm run emit`
-- takes date, uuid
-- gives uuid, integer, uuid, text, integer[], uuid, text, integer, text, text, text
select a.id, a.version, a.school_id as "schoolId", a.name, a.grades, a.team_id as "teamId", t.name as "teamName",
    n.members, a.tasks, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn"
  from library_area a left join service_team t on t.id = a.team_id cross join lateral (
    select count(*)::int as members from service_team_member m
    where m.team_id = a.team_id and m.joined_on <= $1::date and (m.left_on is null or m.left_on > $1::date)) n where a.id = $2
