-- seat-booking.add, written by `npm run emit`
-- takes uuid, uuid, uuid, integer, uuid, uuid, date, text, text, text
-- gives nothing
insert into seat_booking (id, school_id, room_id, seat, reader_id, class_id, on_day, starts, ends, booked_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
