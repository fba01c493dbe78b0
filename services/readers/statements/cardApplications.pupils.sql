-- cardApplications.pupils, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, text, uuid
select id, kind, class_id as "classId" from reader
   where class_id = $1 and id = any($2::uuid[]) and kind = 'student' and left_on is null
