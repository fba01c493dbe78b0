-- stock_sum.add, written by `npm run emit`
-- takes uuid[], text[], date[], integer[], integer[], bigint[]
-- gives nothing
insert into stock_sum as s (school_id, main_class, grain, starts_on, copies, titles, value_fen)
     select school_id, main_class, grain, starts_on, sum(copies), sum(titles), sum(value_fen)
     from unnest($1::uuid[], $2::text[], $3::date[], $4::int[], $5::int[], $6::bigint[]) as c(school_id, main_class, day, copies, titles, value_fen)
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by school_id, main_class, grain, starts_on order by school_id, main_class, grain, starts_on
     on conflict (school_id, main_class, grain, starts_on) do update set copies = s.copies + excluded.copies, titles = s.titles + excluded.titles, value_fen = s.value_fen + excluded.value_fen
