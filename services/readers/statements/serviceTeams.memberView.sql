-- serviceTeams.memberView, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, uuid, uuid, text, text, text
select m.id, m.version, m.team_id as "teamId", m.school_id as "schoolId", m.reader_id as "readerId",
    r.class_id as "classId", m.part, m.joined_on::text as "joinedOn", m.left_on::text as "leftOn"
  from service_team_member m join reader r on r.id = m.reader_id where m.id = $1
