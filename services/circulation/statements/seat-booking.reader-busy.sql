-- seat-booking.reader-busy, written by `npm run emit`
-- takes uuid, date, text, text
-- gives uuid
select b.id from seat_booking b where b.reader_id = $1 and b.on_day = $2 and b.cancelled_at is null
     and b.starts < $4 and $3 < b.ends limit 1
