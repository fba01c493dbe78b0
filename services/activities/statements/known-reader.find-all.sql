-- known-reader.find-all, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, text, boolean, integer
select reader_id as "readerId", school_id as "schoolId", class_id as "classId", kind, active, version
    from known_reader where reader_id = any($1::uuid[])
