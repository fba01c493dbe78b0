-- repairs.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, integer, text, text, text, text, text, text, text, text, text, text, text, uuid
select r.id, r.school_id as "schoolId", r.copy_id as "copyId", c.accession_number as "accessionNumber",
  c.barcode, c.call_number as "callNumber", t.title, r.damage, r.source, r.state, r.taken_on::text as "takenOn",
  r.taken_by as "takenBy", r.ended_on::text as "endedOn", r.ended_by as "endedBy", r.note, r.session_id as "sessionId" from repair r join copy c on c.id = r.copy_id join title t on t.id = c.title_id where r.id = $1
