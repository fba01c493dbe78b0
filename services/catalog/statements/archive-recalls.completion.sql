-- archive-recalls.completion, written by `npm run emit`
-- takes uuid, text, integer
-- gives text, integer, integer, integer, integer, double precision
select * from (select coalesce(f.class, e.class) as class, coalesce(f.year, e.year) as year, e.expected,
    coalesce(f.entered, 0) as entered, greatest(e.expected - coalesce(f.entered, 0), 0) as "toEnter",
    (trunc(coalesce(f.entered, 0) * 1000.0 / e.expected) / 10)::float8 as percent
  from (select class, year, count(*)::int as entered from archive_file where school_id = $1 and state <> 'void'
        group by class, year) f
  full join (select class, year, expected from archive_expectation where school_id = $1) e on e.class = f.class and e.year = f.year) c where c.class = $2 and c.year = $3::int
