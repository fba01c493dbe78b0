-- shelving.mark, written by `npm run emit`
-- takes uuid[], uuid, text, date, text
-- gives nothing
insert into shelved_return (loan_id, school_id, state, marked_on, marked_by) select id, $2, $3, $4, $5 from unnest($1::uuid[]) id
   on conflict (loan_id) do update set state = excluded.state, marked_on = excluded.marked_on, marked_by = excluded.marked_by
   where shelved_return.state <> excluded.state
