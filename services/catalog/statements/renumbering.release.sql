-- renumbering.release, written by `npm run emit`
-- takes uuid, text, uuid[]
-- gives nothing
delete from shelf_number where school_id = $1 and clc = $2 and title_id = any($3::uuid[])
