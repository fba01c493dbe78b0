-- textbookPacks.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, text, integer, integer, text, text, text, text, text, text
select p.id, p.school_id as "schoolId", p.term_id as "termId", p.occasion, p.holder_kind as "holderKind", p.holder as ref,
  p.grade, p.pupils, p.hand_out_on::text as "handOutOn", p.status, p.issued_on::text as "issuedOn", p.checked_on::text as "checkedOn",
  p.checked_by as "checkedBy", p.note from textbook_pack p where p.id = $1 for update
