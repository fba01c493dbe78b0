-- cardApplications.applied, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid
select reader_id as "readerId" from card_application where window_id = $1 and class_id = $2 and state = 'applied' order by reader_id
