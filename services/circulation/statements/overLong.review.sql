-- overLong.review, written by `npm run emit`
-- takes uuid, uuid[], date, text, date, text, text
-- gives uuid
insert into over_long_review (loan_id, term_starts_on, school_id, decision, reviewed_on, reviewed_by, note)
   select l.id, $3::date, $1, $4, $5::date, $6, $7 from loan l
   where l.id = any($2::uuid[]) and l.lending_school_id = $1 and l.closed_how is null
   on conflict (loan_id, term_starts_on) do update set decision = excluded.decision, reviewed_on = excluded.reviewed_on,
     reviewed_by = excluded.reviewed_by, note = excluded.note
   returning loan_id
