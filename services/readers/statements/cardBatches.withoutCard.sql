-- cardBatches.withoutCard, written by `npm run emit`
-- takes uuid
-- gives uuid, text, uuid
select r.id, r.kind, r.class_id as "classId" from reader r where r.class_id = $1 and r.kind = 'student' and r.left_on is null
     and not exists (select from card c where c.reader_id = r.id and c.status = 'active') order by r.id
