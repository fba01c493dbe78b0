-- use_sum.add, written by `npm run emit`
-- takes uuid[], date[], date[], integer[]
-- gives nothing
insert into use_sum as s (school_id, lent_before, grain, starts_on, loans)
     select school_id, lent_before, grain, starts_on, sum(loans)
     from unnest($1::uuid[], $2::date[], $3::date[], $4::int[]) as c(school_id, lent_before, day, loans)
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by school_id, lent_before, grain, starts_on order by school_id, lent_before, grain, starts_on
     on conflict (school_id, lent_before, grain, starts_on) do update set loans = s.loans + excluded.loans
