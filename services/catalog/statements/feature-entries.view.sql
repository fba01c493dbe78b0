-- feature-entries.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, uuid, uuid, text, text, text
select e.id, e.version, e.name, e.subject, e.description, e.title_id as "titleId", e.copy_id as "copyId",
    c.call_number as "callNumber", e.url, e.entered_on::text as "enteredOn"
  from feature_entry e left join copy c on c.id = e.copy_id where e.id = $1
