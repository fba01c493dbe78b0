-- rotation.remove-slots, written by `npm run emit`
-- takes uuid[]
-- gives nothing
delete from rotation_slot where id = any($1::uuid[])
