-- corner-swap.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, uuid, text, text[], text[], text, text, text, text, text, text
select s.id, s.school_id as "schoolId", s.corner_id as "cornerId", c.name as corner,
    s.other_corner_id as "otherCornerId", o.name as "otherCorner", s.barcodes as "copyBarcodes",
    s.other_barcodes as "otherCopyBarcodes", s.state, s.proposed_on::text as "proposedOn", s.agreed_by as "agreedBy",
    s.other_agreed_by as "otherAgreedBy", s.ended_on::text as "endedOn", s.note
  from corner_swap s join book_corner c on c.id = s.corner_id join book_corner o on o.id = s.other_corner_id where s.id = $1
