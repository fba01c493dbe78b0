-- other-schools.way-to, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text
select t.id as "transferId", t.from_school_id as "fromSchoolId", t.status from copy_transfer t
   where t.hold_id = $1 and t.status in ('requested', 'packed')
