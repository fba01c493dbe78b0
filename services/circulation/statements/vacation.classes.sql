-- vacation.classes, written by `npm run emit`
-- takes uuid[], uuid
-- gives nothing
select from known_class where class_id = any($1::uuid[]) and school_id = $2
