-- shelfShifts.clear, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from shelf_shift_step where shift_id = $1
