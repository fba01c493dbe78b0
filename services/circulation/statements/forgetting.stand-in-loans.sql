-- forgetting.stand-in-loans, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into reader_stand_in (school_id, reader_id, school_year)
      select $1::uuid, x.reader_id, extract(year from x.loaned_on - interval '8 months')::int from loan x
      where x.id = any($2::uuid[]) group by 2, 3
      on conflict (reader_id, school_year) do nothing
