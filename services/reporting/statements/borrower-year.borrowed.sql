-- borrower-year.borrowed, written by `npm run emit`
-- takes uuid[], date[]
-- gives nothing
insert into borrower_year as b (school_year, reader_id, days)
   select school_year_of(day), reader_id,
          bit_or(set_bit(repeat('0', 366)::bit(366), day - make_date(school_year_of(day), 9, 1), 1))
   from unnest($1::uuid[], $2::date[]) as l(reader_id, day) group by 1, 2 order by 1, 2
   on conflict (school_year, reader_id) do update set days = b.days | excluded.days
   where b.days | excluded.days <> b.days
