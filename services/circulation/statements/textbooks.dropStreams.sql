-- textbooks.dropStreams, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
delete from textbook_class_stream where school_id = $1 and class_id = any($2::uuid[])
