-- contestEntries.file, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, uuid
select f.file_id as "fileId", e.school_id as "schoolId", e.class_id as "classId", e.reader_id as "readerId",
     e.contest_id as "contestId"
   from contest_entry_file f join contest_entry e on e.id = f.entry_id where f.id = $1
