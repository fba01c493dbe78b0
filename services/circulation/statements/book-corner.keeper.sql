-- book-corner.keeper, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
select from known_reader where reader_id = $1 and school_id = $2 and standing = 'active'
