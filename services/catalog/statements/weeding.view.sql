-- weeding.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, text, text, text, text, text, text, text, text, boolean, text, integer, integer, integer, double precision
select p.id, p.school_id as "schoolId", coalesce(k.name, '') as "schoolName", p.name, p.reason, p.state,
  p.proposed_on::text as "proposedOn", p.proposed_by as "proposedBy", p.reviewed_on::text as "reviewedOn",
  p.reviewed_by as "reviewedBy", p.decided_on::text as "decidedOn", p.decided_by as "decidedBy",
  p.document_number as "documentNumber", p.approved_by as "approvedBy", p.evidence_file_id is not null as "hasEvidence", p.note, n.copies, n.kept, n.withdrawn, n.fen::float8 as fen from weeding_proposal p left join known_school k on k.school_id = p.school_id
  cross join lateral (
    select count(*)::int as copies, count(*) filter (where w.state = 'kept')::int as kept,
           count(*) filter (where w.state = 'withdrawn')::int as withdrawn, coalesce(sum(c.price_fen), 0) as fen
    from weeding_line w join copy c on c.id = w.copy_id where w.proposal_id = p.id) n where p.id = $1
