-- reader-change.of-readers, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text, text, integer
select school_id, reader_kind, day::text, sum(readers)::int as readers
   from reader_change where reader_id = any($1) group by 1, 2, 3
