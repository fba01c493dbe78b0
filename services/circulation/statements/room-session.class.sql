-- room-session.class, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
select from known_class where class_id = $1 and school_id = $2
