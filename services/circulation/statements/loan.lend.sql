-- loan.lend, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], uuid[], uuid[], text[], uuid[], uuid[], uuid[], text[], uuid[], integer[], text[], date[], timestamp with time zone[], date[], text[], text[], integer[], integer[], integer[], integer[], text[], text[], text[], bytea[], integer[], text[], bigint, integer[], uuid[], text[], text[], integer[], text[], text[], double precision[], bigint
-- gives integer
with fit as materialized (
     select a.* from (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::uuid[], $12::int[], $13::text[], $14::date[], $15::timestamptz[], $16::date[], $17::text[], $18::text[], $19::int[], $20::int[], $21::int[], $22::int[], $23::text[], $24::text[], $25::text[], $26::bytea[], $27::int[], $28::text[])
         with ordinality as given(id, copy_id, title_id, reader_id, borrower_id, mode, lending_school_id, owning_school_id, reader_school_id, reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by, copy_version, borrower_version, open_holds, loans_since_note, caller, route, key, body_hash, status, answer, n)
       limit $29) a
     cross join lateral (
       select from lent_copy c where c.copy_id = a.copy_id and c.version = a.copy_version - 1
       for update skip locked) copy_held
     cross join lateral (
       select from borrower b where b.borrower_id = a.borrower_id and b.version = a.borrower_version - 1
       for update skip locked) borrower_held
   ), lent as (
     insert into loan (id, copy_id, title_id, reader_id, mode, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by)
     select id, copy_id, title_id, reader_id, mode, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms::json, lent_by
     from fit
   ), moved as (
     update lent_copy c set version = fit.copy_version, state = 'on-loan', loan_id = fit.id, hold_id = null,
       held_for = null
     from fit where c.copy_id = fit.copy_id
   ), counted as (
     update borrower b set version = fit.borrower_version, open_loans = b.open_loans + 1,
       open_loan_ids = b.open_loan_ids || fit.id, open_title_ids = b.open_title_ids || fit.title_id,
       open_dues = b.open_dues || fit.due_on,
       in_room_ids = case fit.mode when 'in-room' then b.in_room_ids || fit.id else b.in_room_ids end, open_holds = fit.open_holds, loans_since_note = fit.loans_since_note
     from fit where b.borrower_id = fit.borrower_id
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
         select * from unnest($30::int[], $31::uuid[], $32::text[], $33::text[], $34::int[], $35::text[], $36::text[], $37::float8[])
           with ordinality as given(n, event_id, topic, key, agg_version, type, payload, ahead, place)
         limit $38
       ) given join fit using (n)) e cross join lateral (
    select date_trunc('milliseconds', clock_timestamp() + e.ahead * interval '1 millisecond') as at) written
  order by e.place
   ) select n::int from fit
