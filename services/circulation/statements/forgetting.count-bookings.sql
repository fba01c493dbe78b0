-- forgetting.count-bookings, written by `npm run emit`
-- takes uuid, date
-- gives integer, integer
select (count(*) filter (where not one.kept))::int as due, (count(*) filter (where one.kept))::int as kept
      from (
        select exists (select from legal_hold h where h.reader_id = x.reader_id and h.lifted_on is null) as kept from seat_booking x where x.reader_id is not null and x.forgotten_on is null and true and x.school_id = $1
          and (x.on_day <= $2::date or exists (
            select from known_reader r join borrower b on b.borrower_id = r.reader_id
            where r.reader_id = x.reader_id and r.standing = 'left' and r.school_id = $1 and b.open_loans = 0
              and b.compensations_owed = 0 and b.open_holds = 0))) one
