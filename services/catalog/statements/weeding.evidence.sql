-- weeding.evidence, written by `npm run emit`
-- takes uuid
-- gives uuid
select evidence_file_id as "fileId" from weeding_proposal where id = $1
