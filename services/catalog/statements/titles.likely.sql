-- titles.likely, written by `npm run emit`
-- takes text[], text[], text[], uuid[]
-- gives uuid, text, text, text[], integer, text, text[], text[]
select coalesce(t.merged_into, t.id) as id, t.title_key, t.fingerprint, t.isbns, t.published_year, t.carrier, t.series,
          coalesce((select array_agg(s.agency || '|' || s.number) from title_source s where s.title_id = t.id), '{}') as sources
   from title t
   where t.fingerprint = any($1::text[])
      or t.id in (select s.title_id from title_source s
                  join unnest($2::text[], $3::text[]) as k(agency, number) on s.agency = k.agency and s.number = k.number)
      or t.id = any($4::uuid[])
   order by t.merged_into is null, t.id
