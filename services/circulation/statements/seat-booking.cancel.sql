-- seat-booking.cancel, written by `npm run emit`
-- takes uuid, timestamp with time zone
-- gives nothing
update seat_booking set cancelled_at = coalesce(cancelled_at, $2) where id = $1
