-- movement_sum.add, written by `npm run emit`
-- takes uuid[], text[], date[], integer[], bigint[]
-- gives nothing
insert into movement_sum as s (school_id, movement, grain, starts_on, copies, value_fen)
     select school_id, movement, grain, starts_on, sum(copies), sum(value_fen)
     from unnest($1::uuid[], $2::text[], $3::date[], $4::int[], $5::bigint[]) as c(school_id, movement, day, copies, value_fen)
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by school_id, movement, grain, starts_on order by school_id, movement, grain, starts_on
     on conflict (school_id, movement, grain, starts_on) do update set copies = s.copies + excluded.copies, value_fen = s.value_fen + excluded.value_fen
