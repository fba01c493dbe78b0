-- reader_sum.add, written by `npm run emit`
-- takes uuid[], text[], date[], integer[]
-- gives nothing
insert into reader_sum as s (school_id, reader_kind, grain, starts_on, readers)
     select school_id, reader_kind, grain, starts_on, sum(readers)
     from unnest($1::uuid[], $2::text[], $3::date[], $4::int[]) as c(school_id, reader_kind, day, readers)
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by school_id, reader_kind, grain, starts_on order by school_id, reader_kind, grain, starts_on
     on conflict (school_id, reader_kind, grain, starts_on) do update set readers = s.readers + excluded.readers
