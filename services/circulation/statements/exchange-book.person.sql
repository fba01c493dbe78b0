-- exchange-book.person, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid
select school_id as "schoolId", class_id as "classId" from known_reader where reader_id = $1 and standing = 'active'
