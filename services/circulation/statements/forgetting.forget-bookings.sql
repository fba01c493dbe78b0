-- forgetting.forget-bookings, written by `npm run emit`
-- takes date, uuid[]
-- gives uuid
update seat_booking x set reader_id = s.stand_in, forgotten_on = $1::date, booked_by = 'forgotten'
      from reader_stand_in s
      where x.id = any($2::uuid[]) and x.forgotten_on is null and s.reader_id = x.reader_id
        and s.school_year = extract(year from x.on_day - interval '8 months')::int
      returning x.id
