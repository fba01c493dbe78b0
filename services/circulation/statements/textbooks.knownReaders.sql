-- textbooks.knownReaders, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid
select reader_id as id from known_reader where school_id = $1 and reader_id = any($2::uuid[])
