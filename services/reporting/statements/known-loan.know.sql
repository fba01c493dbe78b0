-- known-loan.know, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], uuid[], uuid[], text[], uuid[], boolean[], date[], date[], integer[], text[], date[], date[], boolean[], integer[]
-- gives uuid, text, uuid, text, integer, integer, integer, integer, integer, integer, uuid
with told as (
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::boolean[], $9::date[], $10::date[], $11::int[], $12::text[], $13::date[], $14::date[], $15::boolean[], $16::int[])
       as t(loan_id, copy_id, reader_id, lending_school_id, owning_school_id, reader_kind, class_id, in_room, loaned_on, due_on,
         renewals, state, closed_on, since, renewed, version)
   ), written as (
     insert into known_loan as k (loan_id, copy_id, reader_id, lending_school_id, owning_school_id, reader_kind, class_id, in_room,
       loaned_on, due_on, renewals, state, closed_on, since, renewed_on, version)
     select loan_id, copy_id, reader_id, lending_school_id, owning_school_id, reader_kind, class_id, in_room, loaned_on, due_on,
            renewals, state, closed_on, since, case when renewed then array[since] end, version
     from told order by loan_id
     on conflict (loan_id) do update set due_on = excluded.due_on, renewals = excluded.renewals, state = excluded.state,
       closed_on = excluded.closed_on, since = excluded.since, version = excluded.version,
       renewed_on = case when excluded.renewed_on is null then k.renewed_on
                         else coalesce(k.renewed_on, '{}') || excluded.renewed_on end,
       late = case when k.state = 'open' and excluded.due_on > k.due_on and excluded.since > k.due_on + 1
                   then coalesce(k.late, '{}')
                     + datemultirange(daterange(k.due_on + 1, least(excluded.since, excluded.due_on + 1)))
                   else k.late end
     where k.version < excluded.version
     returning new.lending_school_id as school_id, new.reader_kind, new.class_id, new.reader_id, new.in_room as of_room,
       new.loaned_on, new.due_on, new.closed_on, new.state, new.renewed_on, new.late, old.loan_id is null as fresh,
       old.due_on as was_due_on, old.closed_on as was_closed_on, old.state as was, old.renewed_on as were_renewed_on,
       old.late as were_late
   )
   select school_id, reader_kind, class_id, m.day::text, sum(m.loans)::int as loans, sum(m.renewals)::int as renewals,
          sum(m.returns)::int as returns, sum(m.losses)::int as losses, sum(m.late)::int as late,
          sum(m.in_room)::int as in_room, null::uuid as borrower
   from written cross join lateral (
     select * from lending_movements(of_room, loaned_on, due_on, closed_on, state, renewed_on, late)
     union all
     select day, -loans, -renewals, -returns, -losses, -late, -in_room
     from lending_movements(of_room, loaned_on, was_due_on, was_closed_on, was, were_renewed_on, were_late) where not fresh) m
   group by 1, 2, 3, 4
   having sum(m.loans) <> 0 or sum(m.renewals) <> 0 or sum(m.returns) <> 0 or sum(m.losses) <> 0 or sum(m.late) <> 0
     or sum(m.in_room) <> 0
   union all
   select null, null, null, loaned_on::text, 0, 0, 0, 0, 0, 0, reader_id
   from written where fresh and reader_id is not null and not of_room
