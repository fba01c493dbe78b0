-- overLong.school, written by `npm run emit`
-- takes uuid
-- gives uuid
select lending_school_id as "schoolId" from loan where id = $1
