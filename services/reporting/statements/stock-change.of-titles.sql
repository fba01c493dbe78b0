-- stock-change.of-titles, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text, text, integer, integer, double precision
select school_id, main_class, day::text, sum(copies)::int as copies, sum(titles)::int as titles,
          sum(value_fen)::float8 as value_fen
   from stock_change where title_id = any($1) group by 1, 2, 3
