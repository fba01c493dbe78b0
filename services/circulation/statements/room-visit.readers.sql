-- room-visit.readers, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, text, uuid
select reader_id as "readerId", kind, class_id as "classId" from known_reader
   where school_id = $1 and standing = 'active' and reader_id = any($2::uuid[])
