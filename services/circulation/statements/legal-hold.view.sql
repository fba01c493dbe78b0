-- legal-hold.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, text, text, text
select h.id, h.school_id as "schoolId", h.reader_id as "readerId", h.reason,
    h.placed_on::text as "placedOn", h.placed_by as "placedBy", h.lifted_on::text as "liftedOn", h.lifted_by as "liftedBy"
  from legal_hold h where h.id = $1
