-- textbookDeliveries.dropUnasked, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from textbook_delivery_line where delivery_id = $1 and expected = 0
