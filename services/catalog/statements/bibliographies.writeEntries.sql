-- bibliographies.writeEntries, written by `npm run emit`
-- takes uuid, jsonb, uuid
-- gives integer
insert into bibliography_entry (bibliography_id, place, title_id, heading, source, note, url, resource_id)
   select $1, e.place, e."titleId", e.heading, e.source, e.note, e.url, e."resourceId"
   from jsonb_to_recordset($2::jsonb)
     as e(place int, "titleId" uuid, heading text, source text, note text, url text, "resourceId" uuid)
   where (e."titleId" is null or exists (select from title t where t.id = e."titleId" and t.merged_into is null))
     and (e."resourceId" is null or exists (select from e_resource r where r.id = e."resourceId" and r.ended_on is null
       and (r.school_id is null or r.school_id = $3::uuid)))
   returning place
