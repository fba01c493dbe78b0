-- archive-destructions.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text
select id, school_id as "schoolId", state, proposed_by as "proposedBy" from archive_destruction where id = $1 for update
