-- loan.change, written by `npm run emit`
-- takes date, integer, text, timestamp with time zone, date, uuid, text, uuid, integer, text, uuid, uuid, uuid, uuid, integer, uuid[], uuid[], date[], uuid[], uuid[], integer, integer, integer, uuid, text, text, text, bytea, integer, text, uuid[], text[], text[], integer[], text[], text[], double precision[]
-- gives nothing
with changed as (
     update loan set due_on = $1,
       renewals = $2,
       closed_how = $3,
       closed_at = $4,
       closed_on = $5,
       closed_school_id = $6,
       closed_by = $7
     where id = $8::uuid
   ), moved as (
     update lent_copy set version = $9, state = $10,
       loan_id = $11::uuid,
       hold_id = $12::uuid,
       held_for = $13::uuid
     where copy_id = $14::uuid
   ), counted as (
  update borrower set version = $15, open_loans = cardinality($16::uuid[]),
    open_loan_ids = $16::uuid[],
    open_title_ids = $17::uuid[],
    open_dues = $18::date[],
    in_room_ids = $19::uuid[],
    block_ids = $20::uuid[],
    open_holds = $21,
    loans_since_note = $22,
    compensations_owed = $23
  where borrower_id = $24::uuid
   ), answered as (
     insert into desk_request (caller, route, key, body_hash, status, answer)
     select $25,
       $26, $27,
       $28::bytea,
       $29::int, $30
     where $27::text is not null
   ) 
  insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
  select e.event_id, e.topic, e.key, e.agg_version, e.type,
         ('{"time":"' || to_char(written.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",'
           || substr(e.payload, 2))::json,
         written.at
  from (
    select * from unnest($31::uuid[], $32::text[], $33::text[], $34::int[], $35::text[], $36::text[], $37::float8[])
      with ordinality as given(event_id, topic, key, agg_version, type, payload, ahead, place)) e cross join lateral (
    select date_trunc('milliseconds', clock_timestamp() + e.ahead * interval '1 millisecond') as at) written
  order by e.place
