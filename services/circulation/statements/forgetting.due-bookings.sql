-- forgetting.due-bookings, written by `npm run emit`
-- takes uuid, date, bigint
-- gives uuid
select x.id from seat_booking x where x.reader_id is not null and x.forgotten_on is null and true and x.school_id = $1
      and x.on_day <= $2::date and not (exists (select from legal_hold h where h.reader_id = x.reader_id and h.lifted_on is null))
      order by x.on_day, x.id limit $3
