-- servedGroups.service, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, uuid, text, text, integer, text[], text, text, text, text, text
select s.id, s.group_id as "groupId", g.name as "groupName", g.sort, s.school_id as "schoolId",
    s.given_on::text as "givenOn", s.kind, s.people, s.items, s.note, s.served_by as "servedBy", s.entered_by as "enteredBy",
    s.struck_on::text as "struckOn", s.struck_by as "struckBy"
  from group_service s join served_group g on g.id = s.group_id where s.id = $1
