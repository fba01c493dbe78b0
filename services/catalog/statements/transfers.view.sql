-- transfers.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, uuid, text, text, integer, double precision, text, text, text, text, text, text, text
select t.id, t.from_school_id as "fromSchoolId", coalesce(f.name, '') as "fromSchool",
    t.to_school_id as "toSchoolId", coalesce(s.name, '') as "toSchool", t.state as status, c.volumes, c.fen,
    t.document_number as "documentNumber", t.note, t.asked_on::text as "askedOn", t.asked_by as "askedBy",
    t.decided_on::text as "decidedOn", t.decided_by as "decidedBy", t.decision_note as reason
  from ownership_transfer t
  left join known_school f on f.school_id = t.from_school_id
  left join known_school s on s.school_id = t.to_school_id
  cross join lateral (
    select count(*)::int as volumes, coalesce(sum(c.price_fen), 0)::float8 as fen
    from ownership_transfer_copy o join copy c on c.id = o.copy_id where o.transfer_id = t.id) c where t.id = $1
