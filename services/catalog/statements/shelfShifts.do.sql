-- shelfShifts.do, written by `npm run emit`
-- takes uuid, integer, uuid
-- gives nothing
update shelf_shift_step set move_id = $3 where shift_id = $1 and number = $2
