-- weeding.evidenceFile, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid
select school_id as "schoolId", evidence_file_id as "fileId" from weeding_proposal where id = $1
