-- renumbering.setFree, written by `npm run emit`
-- takes uuid, text, uuid[]
-- gives nothing
update shelf_number set allocated = false where school_id = $1 and clc = $2 and title_id = any($3::uuid[])
