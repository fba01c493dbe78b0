-- shelfPatrols.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select school_id as "schoolId", walked_on::text as "walkedOn" from shelf_patrol where id = $1 for update
