-- block.change, written by `npm run emit`
-- takes timestamp with time zone, date, uuid, text, uuid[], text, jsonb, jsonb, jsonb, text, jsonb, jsonb, uuid[], text[], text[], integer[], text[], text[], double precision[]
-- gives nothing
with ended as (
     update loan set closed_how = 'returned', closed_at = $1::timestamptz,
       closed_on = $2::date,
       closed_school_id = $3::uuid,
       closed_by = $4
     where id = any($5::uuid[])
     returning id
   ), lent as (
     insert into loan (id, copy_id, title_id, reader_id, mode, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by)
     select id, "copyId", "titleId", "readerId", mode, "lendingSchoolId", "owningSchoolId", "readerSchoolId", "readerKind",
       "classId", grade, clc, "loanedOn", "loanedAt", "dueOn", terms, $6
     from jsonb_to_recordset($7::jsonb)
       as t(id uuid, "copyId" uuid, "titleId" uuid, "readerId" uuid, mode text, "lendingSchoolId" uuid,
         "owningSchoolId" uuid, "readerSchoolId" uuid, "readerKind" text, "classId" uuid, grade int, clc text,
         "loanedOn" date, "loanedAt" timestamptz, "dueOn" date, terms json)
     where (select count(*) from ended) >= 0
   ), moved as (
     update lent_copy c set version = t.version, state = t.state, loan_id = t."loanId", hold_id = null, held_for = null
     from jsonb_to_recordset($8::jsonb)
       as t("copyId" uuid, version int, state text, "loanId" uuid)
     where c.copy_id = t."copyId"
   ), counted as (
     update borrower b set version = t.version, open_loans = cardinality(t.loans), open_loan_ids = t.loans,
       open_title_ids = t.titles, open_dues = t.dues, in_room_ids = t.rooms, block_ids = t.blocks
     from jsonb_to_recordset($9::jsonb)
       as t(id uuid, version int, loans uuid[], titles uuid[], dues date[], rooms uuid[], blocks uuid[])
     where b.borrower_id = t.id
   ), documented as (
     insert into block_manifest (id, school_id, purpose, target_id, reader_id, class_id, from_id, place, note, copies,
       sent_on, due_on, sent_by)
     select id, "schoolId", purpose, "targetId", "readerId", "classId", "fromId", place, note, copies, "sentOn", "dueOn",
       $10
     from jsonb_to_recordset($11::jsonb)
       as t(id uuid, "schoolId" uuid, purpose text, "targetId" uuid, "readerId" uuid, "classId" uuid, "fromId" uuid,
         place text, note text, copies int, "sentOn" date, "dueOn" date)
   ), listed as (
     insert into block_line (manifest_id, position, copy_id, loan_id)
     select "manifestId", position, "copyId", "loanId"
     from jsonb_to_recordset($12::jsonb)
       as t("manifestId" uuid, position int, "copyId" uuid, "loanId" uuid)
   ) 
  insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
  select e.event_id, e.topic, e.key, e.agg_version, e.type,
         ('{"time":"' || to_char(written.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",'
           || substr(e.payload, 2))::json,
         written.at
  from (
    select * from unnest($13::uuid[], $14::text[], $15::text[], $16::int[], $17::text[], $18::text[], $19::float8[])
      with ordinality as given(event_id, topic, key, agg_version, type, payload, ahead, place)) e cross join lateral (
    select date_trunc('milliseconds', clock_timestamp() + e.ahead * interval '1 millisecond') as at) written
  order by e.place
