-- loanCases.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, uuid, json, uuid, uuid, text, text, text, text, text, text, text, text, text, text, text, uuid
select c.id, c.school_id as "schoolId", c.kind, c.loan_id as "loanId",
    json_build_object('kind', case when l.reader_id is null then 'class' else 'reader' end, 'id', coalesce(l.reader_id, l.class_id)) as borrower,
    l.reader_id as "readerId", c.class_id as "classId", t.title, k.barcode as "copyBarcode", c.damage, c.mend_by::text as "mendBy",
    c.noted_on::text as "notedOn", c.noted_by as "notedBy", c.note, c.state, c.ended_on::text as "endedOn", c.ended_by as "endedBy",
    c.end_note as "endNote", o.id as "compensationId"
  from loan_case c join loan l on l.id = c.loan_id left join known_copy k on k.copy_id = l.copy_id
  left join known_title t on t.title_id = l.title_id left join compensation o on o.loan_id = l.id where c.id = $1
