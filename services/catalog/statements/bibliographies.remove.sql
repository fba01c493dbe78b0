-- bibliographies.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from bibliography where id = $1
