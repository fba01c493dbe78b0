-- issues.undo, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from serial_receipt where id = $1
