-- shelving.untidy, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from shelf_tidying where id = $1
