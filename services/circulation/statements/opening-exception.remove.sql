-- opening-exception.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from opening_exception where id = $1
