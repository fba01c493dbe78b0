-- visit_sum.add, written by `npm run emit`
-- takes uuid[], uuid[], uuid[], text[], date[], integer[], integer[], integer[]
-- gives nothing
insert into visit_sum as s (school_id, room_id, class_id, reader_kind, grain, starts_on, visits, in_lessons, minutes)
     select school_id, room_id, class_id, reader_kind, grain, starts_on, sum(visits), sum(in_lessons), sum(minutes)
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::int[], $7::int[], $8::int[]) as c(school_id, room_id, class_id, reader_kind, day, visits, in_lessons, minutes)
       cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
     group by school_id, room_id, class_id, reader_kind, grain, starts_on order by school_id, room_id, class_id, reader_kind, grain, starts_on
     on conflict (school_id, room_id, class_id, reader_kind, grain, starts_on) do update set visits = s.visits + excluded.visits, in_lessons = s.in_lessons + excluded.in_lessons, minutes = s.minutes + excluded.minutes
