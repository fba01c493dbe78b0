-- bibliographies.writeEntries, written by `npm run emit`
-- takes uuid, jsonb
-- gives integer
insert into bibliography_entry (bibliography_id, place, title_id, heading, source, note)
   select $1, e.place, e."titleId", e.heading, e.source, e.note
   from jsonb_to_recordset($2::jsonb) as e(place int, "titleId" uuid, heading text, source text, note text)
   where e."titleId" is null or exists (select from title t where t.id = e."titleId" and t.merged_into is null)
   returning place
