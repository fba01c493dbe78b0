-- weeding.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, text, text
select id, school_id as "schoolId", state, reason, proposed_by as "proposedBy", reviewed_by as "reviewedBy",
     document_number as "documentNumber", approved_by as "approvedBy"
   from weeding_proposal where id = $1 for update
