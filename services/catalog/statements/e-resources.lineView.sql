-- e-resources.lineView, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, double precision, integer, text, text, integer, boolean, text
select l.id, l.number, l.kind, l.starts_on::text as "startsOn", l.ends_on::text as "endsOn",
    l.cost_fen::float8 as "costFen", l.quota, l.document_number as "documentNumber", l.note, w.number as corrects,
    exists (select from e_resource_line c where c.corrects = l.id) as corrected, l.entered_on::text as "enteredOn"
  from e_resource_line l left join e_resource_line w on w.id = l.corrects where l.id = $1
