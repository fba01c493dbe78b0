-- archive-yearbooks.issue, written by `npm run emit`
-- takes uuid, uuid, text, integer, date, text
-- gives nothing
insert into archive_yearbook_issue (id, yearbook_id, number, recipient, copies, on_day, by)
   select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from archive_yearbook_issue where yearbook_id = $2
