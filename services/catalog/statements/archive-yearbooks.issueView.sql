-- archive-yearbooks.issueView, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, integer, text, text
select i.id, i.number, i.recipient, i.copies, i.on_day::text as "on", i.returned_on::text as "returnedOn"
  from archive_yearbook_issue i where i.id = $1
