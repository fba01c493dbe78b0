-- copies.takeNumbers, written by `npm run emit`
-- takes uuid, integer
-- gives integer
insert into accession_counter as a (school_id, next) values ($1, 1 + $2::int)
   on conflict (school_id) do update set next = a.next + $2::int returning next - $2::int as first
