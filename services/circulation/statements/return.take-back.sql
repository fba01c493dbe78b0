-- return.take-back, written by `npm run emit`
-- takes uuid[], uuid[], integer[], integer[], text[], uuid[], uuid[], timestamp with time zone[], date[], uuid[], text[], text[], text[], text[], bytea[], integer[], text[], bigint, integer[], uuid[], text[], text[], integer[], text[], text[], double precision[], bigint
-- gives integer
with fit as materialized (
     select a.* from (
       select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::text[], $6::uuid[], $7::uuid[], $8::timestamptz[], $9::date[], $10::uuid[], $11::text[], $12::text[], $13::text[], $14::text[], $15::bytea[], $16::int[], $17::text[])
         with ordinality as given(copy_id, title_id, version_before, copy_version, state, loan_id, borrower_id, closed_at, closed_on, closed_school_id, closed_by, caller, route, key, body_hash, status, answer, n)
       limit $18) a
     cross join lateral (
       select from lent_copy c where c.copy_id = a.copy_id and c.version = a.version_before
       for update skip locked) copy_held
     cross join lateral (
       select from title_queue t where t.title_id = a.title_id and t.waiting = 0
       for share skip locked) queue_held
     left join lateral (
       select b.borrower_id as id from borrower b where b.borrower_id = a.borrower_id
       for update skip locked) borrower_held on true
     where a.borrower_id is null or borrower_held.id is not null
   ), ended as (
     update loan l set closed_how = 'returned', closed_at = fit.closed_at, closed_on = fit.closed_on,
       closed_school_id = fit.closed_school_id, closed_by = fit.closed_by
     from fit where l.id = fit.loan_id
   ), moved as (
     update lent_copy c set version = fit.copy_version, state = fit.state, loan_id = null, hold_id = null, held_for = null
     from fit where c.copy_id = fit.copy_id
   ), gone as (
     select borrower_id, array_agg(loan_id) as loans from fit where loan_id is not null group by borrower_id
   ), counted as (
     update borrower b set version = b.version + cardinality(gone.loans),
       open_loans = b.open_loans - cardinality(gone.loans),
       open_loan_ids = array(select o.id from unnest(b.open_loan_ids) with ordinality as o(id, place)
         where o.id <> all(gone.loans) order by o.place),
       open_title_ids = array(select o.title from unnest(b.open_loan_ids, b.open_title_ids)
         with ordinality as o(id, title, place) where o.id <> all(gone.loans) order by o.place),
       open_dues = array(select o.due from unnest(b.open_loan_ids, b.open_dues)
         with ordinality as o(id, due, place) where o.id <> all(gone.loans) order by o.place),
       in_room_ids = array(select id from unnest(b.in_room_ids) as id where id <> all(gone.loans)),
       block_ids = array(select id from unnest(b.block_ids) as id where id <> all(gone.loans))
     from gone where b.borrower_id = gone.borrower_id
   ), answered as (
     insert into desk_request (caller, route, key, body_hash, status, answer)
     select caller, route, key, body_hash, status, answer from fit where key is not null
   ), announced as (
     
  insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
  select e.event_id, e.topic, e.key, e.agg_version, e.type,
         ('{"time":"' || to_char(written.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",'
           || substr(e.payload, 2))::json,
         written.at
  from (
       select given.* from (
         select * from unnest($19::int[], $20::uuid[], $21::text[], $22::text[], $23::int[], $24::text[], $25::text[], $26::float8[])
           with ordinality as given(n, event_id, topic, key, agg_version, type, payload, ahead, place)
         limit $27
       ) given join fit using (n)) e cross join lateral (
    select date_trunc('milliseconds', clock_timestamp() + e.ahead * interval '1 millisecond') as at) written
  order by e.place
   ) select n::int from fit
