-- known-reading-notes.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid
select reader_id as "readerId", school_id as "schoolId" from known_reading_note where note_id = $1
