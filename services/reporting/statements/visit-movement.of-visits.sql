-- visit-movement.of-visits, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, text, text, integer, integer, integer
select school_id, room_id, class_id, reader_kind, day::text, sum(visits)::int as visits, sum(in_lessons)::int as in_lessons,
          sum(minutes)::int as minutes
   from visit_movement where visit_id = any($1::uuid[]) group by 1, 2, 3, 4, 5
