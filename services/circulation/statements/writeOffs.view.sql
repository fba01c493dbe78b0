-- writeOffs.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, json, uuid, text, text, integer, text, text, text, text, text, text, text
select w.id, w.school_id as "schoolId", w.compensation_id as "compensationId",
    json_build_object('kind', case when c.reader_id is null then 'class' else 'reader' end, 'id', coalesce(c.reader_id, c.class_id)) as borrower,
    c.reader_id as "readerId", t.title, k.barcode as "copyBarcode", c.owed_fen as "owedFen", w.reason, w.asked_on::text as "askedOn",
    w.asked_by as "askedBy", w.state, w.decided_on::text as "decidedOn", w.decided_by as "decidedBy", w.decision_note as "decisionNote"
  from write_off w join compensation c on c.id = w.compensation_id join loan l on l.id = c.loan_id
  left join known_copy k on k.copy_id = c.copy_id left join known_title t on t.title_id = l.title_id where w.id = $1
