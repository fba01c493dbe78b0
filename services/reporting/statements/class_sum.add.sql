-- class_sum.add, written by `npm run emit`
-- takes uuid[], date[], integer[], integer[], integer[], integer[]
-- gives nothing
insert into class_sum as s (class_id, grain, starts_on, loans, returns, collective, corner)
     select class_id, grain, starts_on, sum(loans), sum(returns), sum(collective), sum(corner)
     from unnest($1::uuid[], $2::date[], $3::int[], $4::int[], $5::int[], $6::int[]) as c(class_id, day, loans, returns, collective, corner)
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by class_id, grain, starts_on order by class_id, grain, starts_on
     on conflict (class_id, grain, starts_on) do update set loans = s.loans + excluded.loans, returns = s.returns + excluded.returns, collective = s.collective + excluded.collective, corner = s.corner + excluded.corner
