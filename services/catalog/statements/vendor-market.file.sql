-- vendor-market.file, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid
select school_id as "schoolId", file_id as "fileId" from issue_list where id = $1
