-- titles.sourceHashes, written by `npm run emit`
-- takes text[], text[]
-- gives uuid, text, text, text
select coalesce(t.merged_into, t.id) as title_id, s.agency, s.number, s.content_hash
   from title_source s join title t on t.id = s.title_id
   join unnest($1::text[], $2::text[]) as k(agency, number) on s.agency = k.agency and s.number = k.number
