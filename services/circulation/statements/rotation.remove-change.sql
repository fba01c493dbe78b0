-- rotation.remove-change, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from rotation_change where id = $1
