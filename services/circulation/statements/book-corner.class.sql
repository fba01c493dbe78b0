-- book-corner.class, written by `npm run emit`
-- takes uuid
-- gives uuid, text, integer
select school_id as "schoolId", section, entry_year as "entryYear" from known_class where class_id = $1
