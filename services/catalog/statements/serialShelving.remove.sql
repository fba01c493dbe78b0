-- serialShelving.remove, written by `npm run emit`
-- takes uuid, uuid
-- gives integer
delete from serial_shelf_number where school_id = $1 and title_id = $2 returning number
