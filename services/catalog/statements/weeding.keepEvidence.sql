-- weeding.keepEvidence, written by `npm run emit`
-- takes uuid, uuid, text, text
-- gives nothing
update weeding_proposal set evidence_file_id = $2, evidence_media_type = $3, evidence_by = $4 where id = $1
