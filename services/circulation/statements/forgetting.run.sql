-- forgetting.run, written by `npm run emit`
-- takes uuid, date, integer, integer, integer, integer, integer, integer
-- gives nothing
insert into forgetting_run as r (school_id, on_day, loans, holds, visits, bookings, contacts, requests)
      values ($1, $2, $3::int, $4::int, $5::int, $6::int, $7::int, $8::int)
      on conflict (school_id, on_day) do update set
        loans = r.loans + excluded.loans, holds = r.holds + excluded.holds, visits = r.visits + excluded.visits, bookings = r.bookings + excluded.bookings, contacts = r.contacts + excluded.contacts, requests = r.requests + excluded.requests
