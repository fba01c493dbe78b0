-- audience.lockWish, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from suggestion where id = $1 for update
