-- shelfPatrols.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from shelf_patrol where id = $1
