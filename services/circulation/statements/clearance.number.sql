-- clearance.number, written by `npm run emit`
-- takes uuid
-- gives integer
insert into clearance_number as n (school_id, last_number) values ($1, 1)
   on conflict (school_id) do update set last_number = n.last_number + 1 returning last_number as number
