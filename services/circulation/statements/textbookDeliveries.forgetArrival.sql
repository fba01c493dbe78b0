-- textbookDeliveries.forgetArrival, written by `npm run emit`
-- takes uuid
-- gives nothing
update textbook_delivery_line set delivered = null, unusable = null, note = null where delivery_id = $1
