-- classReturns.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", checked_on::text as on from class_return_check where id = $1 for update
