-- archive-yearbooks.issued, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid
select i.yearbook_id as "yearbookId", y.school_id as "schoolId" from archive_yearbook_issue i
   join archive_yearbook y on y.id = i.yearbook_id where i.id = $1
