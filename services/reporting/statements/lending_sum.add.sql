-- lending_sum.add, written by `npm run emit`
-- takes uuid[], text[], date[], integer[], integer[], integer[], integer[], integer[], integer[]
-- gives nothing
insert into lending_sum as s (school_id, reader_kind, grain, starts_on, loans, renewals, returns, losses, late, in_room)
     select school_id, reader_kind, grain, starts_on, sum(loans), sum(renewals), sum(returns), sum(losses), sum(late), sum(in_room)
     from unnest($1::uuid[], $2::text[], $3::date[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[]) as c(school_id, reader_kind, day, loans, renewals, returns, losses, late, in_room)
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by school_id, reader_kind, grain, starts_on order by school_id, reader_kind, grain, starts_on
     on conflict (school_id, reader_kind, grain, starts_on) do update set loans = s.loans + excluded.loans, renewals = s.renewals + excluded.renewals, returns = s.returns + excluded.returns, losses = s.losses + excluded.losses, late = s.late + excluded.late, in_room = s.in_room + excluded.in_room
