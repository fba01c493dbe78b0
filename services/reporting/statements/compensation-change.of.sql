-- compensation-change.of, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text, text, integer, double precision
select school_id, movement, day::text, count(*)::int as copies, sum(value_fen)::float8 as value_fen
   from compensation_movement where compensation_id = any($1::uuid[]) group by 1, 2, 3
