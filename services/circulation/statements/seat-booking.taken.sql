-- seat-booking.taken, written by `npm run emit`
-- takes uuid, date
-- gives integer, text, text
select seat, starts as "from", ends as "to" from seat_booking
   where room_id = $1 and on_day = $2 and cancelled_at is null
