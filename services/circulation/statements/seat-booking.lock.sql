-- seat-booking.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid
select school_id as "schoolId", reader_id as "readerId", class_id as "classId" from seat_booking where id = $1 for update
