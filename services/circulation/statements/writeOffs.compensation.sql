-- writeOffs.compensation, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", status from compensation where id = $1
