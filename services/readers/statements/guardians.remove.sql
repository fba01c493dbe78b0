-- guardians.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from guardian where id = $1
