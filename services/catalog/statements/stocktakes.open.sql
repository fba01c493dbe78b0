-- stocktakes.open, written by `npm run emit`
-- takes uuid, uuid, text, text, text, text, integer, integer, text, date, date, date, text, uuid
-- gives nothing
with s as (
     select $3::text as location, $14::uuid as location_id, $4::text as kind, $5::text as clc_from, $6::text as clc_to, $7::int as first_number,
            $8::int as last_number, coalesce((select next - 1 from accession_counter where school_id = $2), 0) as through_number
   )
   insert into stocktake (id, school_id, name, location, location_id, kind, clc_from, clc_to, first_number, last_number, through_number,
                          begins_on, ends_on, opened_on, opened_by, expected)
   select $1, $2, $9, s.*, $10::date, $11::date, $12::date, $13,
          (select count(*) from copy c where c.school_id = $2 and c.stock_state <> 'withdrawn' and (((s.location is null or c.location = s.location)
  and (s.location_id is null or exists (
    select from location p where p.id = c.location_id and s.location_id = any(p.ancestors)))
  and (s.kind is null or c.kind = s.kind)
  and c.accession_number >= s.first_number and c.accession_number <= coalesce(s.last_number, 2147483647)
  and (s.clc_from is null or c.clc collate "C" >= s.clc_from)
  and (s.clc_to is null or c.clc collate "C" <= s.clc_to or starts_with(c.clc, s.clc_to))) and c.accession_number <= s.through_number))
   from s
