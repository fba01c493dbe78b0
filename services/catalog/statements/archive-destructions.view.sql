-- archive-destructions.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, integer, text, text, text, text, text, text
select d.id, d.school_id as "schoolId", d.name, d.state,
    (select count(*)::int from archive_destruction_file g where g.destruction_id = d.id) as files, d.proposed_on::text as "proposedOn",
    d.decided_on::text as "decidedOn", d.document_number as "documentNumber", d.words, d.carried_out_on::text as "carriedOutOn", d.witness
  from archive_destruction d where d.id = $1
